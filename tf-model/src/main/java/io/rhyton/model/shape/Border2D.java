package io.rhyton.model.shape;

import io.rhyton.error.Arguments;

/**
 * A number of pixels on each side of an image.
 *
 * @param top pixels at the top, at least 0
 * @param bottom pixels at the bottom, at least 0
 * @param left pixels on the left, at least 0
 * @param right pixels on the right, at least 0
 */
public record Border2D(int top, int bottom, int left, int right) {
  public Border2D {
    Arguments.requireNotNegative("top", top);
    Arguments.requireNotNegative("bottom", bottom);
    Arguments.requireNotNegative("left", left);
    Arguments.requireNotNegative("right", right);
  }

  /** Returns a border of equal size at opposite sides. */
  public static Border2D even(int vertical, int horizontal) {
    return new Border2D(vertical, vertical, horizontal, horizontal);
  }
}
