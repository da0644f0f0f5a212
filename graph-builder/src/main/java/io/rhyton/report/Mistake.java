package io.rhyton.report;

/**
 * A sample that is taken for another class than it is of.
 *
 * @param sample its place in the data, from 0
 * @param actual the class that it is of
 * @param predicted the class that it is taken for
 * @param probability how certain the model is of that, from 0 to 1
 */
public record Mistake(int sample, String actual, String predicted, double probability) {
  boolean isRight() {
    return actual.equals(predicted);
  }
}
