package io.rhyton.report;

/**
 * A misclassified sample.
 *
 * @param sample its index in the data, from 0
 * @param actual the actual class
 * @param predicted the predicted class
 * @param probability the probability of the predicted class, from 0 to 1
 */
public record Misclassification(int sample, String actual, String predicted, double probability) {
  boolean isRight() {
    return actual.equals(predicted);
  }
}
