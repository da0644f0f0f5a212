package io.rhyton.model.shape;

import io.rhyton.error.Arguments;

/**
 * A height and a width.
 *
 * @param height the height, at least 1
 * @param width the width, at least 1
 */
public record Size2D(int height, int width) {
  public Size2D {
    Arguments.requirePositive("height", height);
    Arguments.requirePositive("width", width);
  }

  /** Returns a square size. */
  public static Size2D square(int side) {
    return new Size2D(side, side);
  }

  @Override
  public String toString() {
    return height + "x" + width;
  }
}
