package io.rhyton.codegen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Unique names of variables and methods, derived from names of layers. */
final class SourceNames {
  private final Set<String> taken = new HashSet<>();

  /** The number to try next for each name that was already taken. */
  private final Map<String, Integer> next = new HashMap<>();

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
    while (!taken.add(free)) {
      int count = next.merge(base, 1, Integer::sum);
      free = base + "_" + (count + 1);
    }
    return free;
  }

  private static String lowerFirst(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
