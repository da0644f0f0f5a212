package io.rhyton.model.shape;

import io.rhyton.error.Arguments;

/**
 * A number of timesteps at each end of a sequence.
 *
 * @param before timesteps at the beginning, at least 0
 * @param after timesteps at the end, at least 0
 */
public record Border1D(int before, int after) {
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
