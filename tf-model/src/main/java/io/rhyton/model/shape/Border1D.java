package io.rhyton.model.shape;

import io.rhyton.error.Arguments;

/**
 * Steps at both ends of a sequence.
 *
 * @param before at its beginning, at least 0
 * @param after at its end, at least 0
 */
public record Border1D(int before, int after) {
  /** Checks the ranges. */
  public Border1D {
    Arguments.requireNotNegative("before", before);
    Arguments.requireNotNegative("after", after);
  }

  static Border1D even(int steps) {
    return new Border1D(steps, steps);
  }

  @Override
  public String toString() {
    return before + "+" + after;
  }
}
