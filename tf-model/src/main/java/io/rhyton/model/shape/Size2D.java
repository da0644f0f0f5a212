package io.rhyton.model.shape;

import io.rhyton.error.Arguments;

/**
 * A height and a width in pixels.
 *
 * @param height at least 1
 * @param width at least 1
 */
public record Size2D(int height, int width) {
  /** Checks the ranges. */
  public Size2D {
    Arguments.requirePositive("height", height);
    Arguments.requirePositive("width", width);
  }

  public static Size2D square(int side) {
    return new Size2D(side, side);
  }

  @Override
  public String toString() {
    return height + "x" + width;
  }
}
