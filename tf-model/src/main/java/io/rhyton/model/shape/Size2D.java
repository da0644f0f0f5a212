package io.rhyton.model.layer;

import io.rhyton.model.Arguments;

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

  static Size2D square(int side) {
    return new Size2D(side, side);
  }

  @Override
  public String toString() {
    return height + "x" + width;
  }
}
