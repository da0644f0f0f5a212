package io.rhyton.history;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The loss and metrics of an epoch, a batch or an evaluation.
 *
 * @param values each value by name, such as {@code loss} or {@code accuracy}, in the order logged;
 *     copied
 */
public record Scores(Map<String, Double> values) {
  public Scores {
    Arguments.requireNoNulls("values", values);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * The loss, including regularization penalties.
   *
   * @throws IllegalArgumentException if there is no loss
   */
  public double loss() {
    return get("loss");
  }

  /**
   * The value of one metric.
   *
   * @param metric its name, such as {@code accuracy}
   * @throws IllegalArgumentException if there is no such metric; the message lists the known names
   */
  public double get(String metric) {
    Objects.requireNonNull(metric, "metric");
    Double value = values.get(metric);
    if (value == null) {
      throw unknown(metric, values.keySet());
    }
    return value;
  }

  static IllegalArgumentException unknown(String metric, Iterable<String> names) {
    return new IllegalArgumentException(
        "metric must be one of " + MessageText.list(names) + ", got " + MessageText.name(metric));
  }

  /** A value as formatted in Keras's progress bar: small ones in scientific notation. */
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
