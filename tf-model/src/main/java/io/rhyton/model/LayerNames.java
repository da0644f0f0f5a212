package io.rhyton.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of the layers of a model, as Keras generates them from type names. */
public final class LayerNames {
  private static final Pattern BEFORE_WORD = Pattern.compile("(.)([A-Z][a-z]+)");
  private static final Pattern BETWEEN_CASES = Pattern.compile("([a-z])([A-Z])");

  private final Set<String> taken = new HashSet<>();

  /** How many names of each type are known to be taken. */
  private final Map<String, Integer> counts = new HashMap<>();

  /** Starts without names. */
  public LayerNames() {}

  /** Marks a name as used. */
  public void take(String name) {
    Objects.requireNonNull(name, "name");
    taken.add(name);
  }

  /**
   * Returns the first unused name of {@code dense}, {@code dense_1}, …, as in Keras, but counted
   * per model instead of per process.
   */
  public String free(String typeName) {
    Objects.requireNonNull(typeName, "typeName");
    String base = snakeCase(typeName);
    int count = counts.getOrDefault(base, 0);
    while (taken.contains(numbered(base, count))) {
      count++;
    }
    counts.put(base, count);
    return numbered(base, count);
  }

  private static String numbered(String base, int count) {
    return count == 0 ? base : base + "_" + count;
  }

  /**
   * Converts {@code MaxPooling2D} to {@code max_pooling2d}. Source: {@code to_snake_case} in {@code
   * keras/src/utils/naming.py}, Keras 3.15.
   */
  public static String snakeCase(String typeName) {
    Objects.requireNonNull(typeName, "typeName");
    String words = BEFORE_WORD.matcher(typeName).replaceAll("$1_$2");
    return BETWEEN_CASES.matcher(words).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
  }
}
