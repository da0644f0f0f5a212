package io.rhyton.codegen;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Unique names of variables and methods, derived from names of layers. */
final class SourceNames {
  private final Set<String> taken = new HashSet<>();

  /** Creates a generator that never returns a reserved name. */
  SourceNames(List<String> reserved) {
    taken.addAll(reserved);
  }

  /**
   * Returns a new name: {@code conv2d_1} becomes {@code conv2d1}, {@code my-layer} {@code myLayer}.
   */
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
