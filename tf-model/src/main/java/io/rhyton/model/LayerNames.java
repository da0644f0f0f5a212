package io.rhyton.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of layers as Keras derives them from the names of their types. */
final class LayerNames {
  private static final Pattern BEFORE_WORD = Pattern.compile("(.)([A-Z][a-z]+)");
  private static final Pattern BETWEEN_CASES = Pattern.compile("([a-z])([A-Z])");

  private LayerNames() {}

  /**
   * {@code MaxPooling2D} becomes {@code max_pooling2d}. Source: {@code to_snake_case} in {@code
   * keras/src/utils/naming.py}, Keras 3.15.
   */
  static String snakeCase(String typeName) {
    String words = BEFORE_WORD.matcher(typeName).replaceAll("$1_$2");
    return BETWEEN_CASES.matcher(words).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
  }
}
