package io.rhyton.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The loss and the metrics of one evaluation.
 *
 * @param values each by its name, such as {@code loss} or {@code accuracy}, in the order they were
 *     logged; copied
 */
public record Scores(Map<String, Double> values) {
  /** Copies the values, keeping their order. */
  public Scores {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * The loss, with the penalties of the regularizers if there are any.
   *
   * @throws IllegalArgumentException if no loss was measured
   */
  public double loss() {
    return get("loss");
  }

  /**
   * The value of one metric.
   *
   * @param metric its name, such as {@code accuracy}
   * @throws IllegalArgumentException if it was not measured; the message lists the names there are
   */
  public double get(String metric) {
    Double value = values.get(metric);
    if (value == null) {
      throw unknown(metric, values.keySet());
    }
    return value;
  }

  static IllegalArgumentException unknown(String metric, Iterable<String> names) {
    return new IllegalArgumentException(
        "metric must be one of [" + String.join(", ", names) + "], got '" + metric + "'");
  }

  /** One value as Keras's progress bar shows it: small ones in scientific form. */
  static String text(double value) {
    return String.format(Locale.ROOT, Math.abs(value) > 1e-3 ? "%.4f" : "%.4e", value);
  }

  /** One line: {@code loss: 0.6123 - accuracy: 0.7900}. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
        .collect(Collectors.joining(" - "));
  }
}
