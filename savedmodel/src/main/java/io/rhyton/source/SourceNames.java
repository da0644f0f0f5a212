package io.rhyton.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names of variables and methods, made of names of layers, each used once. */
final class SourceNames {
  private final Set<String> taken = new HashSet<>();

  /** Makes a source of names that gives none of the given ones. */
  SourceNames(List<String> reserved) {
    taken.addAll(reserved);
  }

  /** {@code conv2d_1} becomes {@code conv2d1}, {@code my-layer} becomes {@code myLayer}. */
  String next(String name) {
    StringBuilder identifier = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      boolean usable =
          identifier.isEmpty()
              ? Character.isJavaIdentifierStart(letter)
              : Character.isJavaIdentifierPart(letter) && letter != '_';
      if (usable) {
        identifier.append(upper ? Character.toUpperCase(letter) : letter);
      }
      upper = !usable && !identifier.isEmpty();
    }
    String base = lowerFirst(identifier.isEmpty() ? "layer" : identifier.toString());
    if (SourceVersion.isKeyword(base)) {
      base += "Layer";
    }
    String free = base;
    for (int count = 2; !taken.add(free); count++) {
      free = base + "_" + count;
    }
    return free;
  }

  private static String lowerFirst(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
