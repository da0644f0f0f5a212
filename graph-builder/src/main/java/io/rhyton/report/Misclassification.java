package io.rhyton.report;

import java.util.Locale;
import java.util.Objects;

/**
 * A misclassified sample.
 *
 * @param sample its index in the data, from 0
 * @param actual the actual class
 * @param predicted the predicted class
 * @param probability the probability of the predicted class, from 0 to 1
 */
public record Misclassification(int sample, String actual, String predicted, double probability) {

  public Misclassification {
    Objects.requireNonNull(actual, "actual");
    Objects.requireNonNull(predicted, "predicted");
  }

  boolean isRight() {
    return actual.equals(predicted);
  }

  /** One line: {@code sample 17: cat predicted as dog, 93.1 %}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "sample %d: %s predicted as %s, %.1f %%",
        sample,
        actual,
        predicted,
        100 * probability);
  }
}
