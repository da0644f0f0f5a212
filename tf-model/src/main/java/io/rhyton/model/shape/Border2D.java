package io.rhyton.model.shape;

import io.rhyton.error.Arguments;

/**
 * Pixels along the four sides of an image.
 *
 * @param top at least 0
 * @param bottom at least 0
 * @param left at least 0
 * @param right at least 0
 */
public record Border2D(int top, int bottom, int left, int right) {
  /** Checks the ranges. */
  public Border2D {
    Arguments.requireNotNegative("top", top);
    Arguments.requireNotNegative("bottom", bottom);
    Arguments.requireNotNegative("left", left);
    Arguments.requireNotNegative("right", right);
  }

  public static Border2D even(int vertical, int horizontal) {
    return new Border2D(vertical, vertical, horizontal, horizontal);
  }
}
