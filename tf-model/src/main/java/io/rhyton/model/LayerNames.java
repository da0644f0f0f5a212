package io.rhyton.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Layer names as Keras generates them from type names. */
public final class LayerNames {
  private static final Pattern BEFORE_WORD = Pattern.compile("(.)([A-Z][a-z]+)");
  private static final Pattern BETWEEN_CASES = Pattern.compile("([a-z])([A-Z])");

  private LayerNames() {}

  /**
   * Returns the first unused name of {@code dense}, {@code dense_1}, …, as in Keras, but counted
   * per model instead of per process.
   */
  public static String free(String typeName, Set<String> taken) {
    String base = snakeCase(typeName);
    String name = base;
    for (int count = 1; taken.contains(name); count++) {
      name = base + "_" + count;
    }
    return name;
  }

  /**
   * Converts {@code MaxPooling2D} to {@code max_pooling2d}. Source: {@code to_snake_case} in {@code
   * keras/src/utils/naming.py}, Keras 3.15.
   */
  public static String snakeCase(String typeName) {
    String words = BEFORE_WORD.matcher(typeName).replaceAll("$1_$2");
    return BETWEEN_CASES.matcher(words).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
  }
}
