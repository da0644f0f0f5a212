package io.rhyton.model.shape;

import io.rhyton.error.Arguments;

/**
 * Pixels that a transposed convolution adds to its output.
 *
 * @param height at the bottom, at least 0
 * @param width at the right, at least 0
 */
public record OutputPadding(int height, int width) {
  /** Checks the ranges. */
  public OutputPadding {
    Arguments.requireNotNegative("height", height);
    Arguments.requireNotNegative("width", width);
  }

  /** So many rows and columns. */
  public static OutputPadding of(int height, int width) {
    return new OutputPadding(height, width);
  }

  @Override
  public String toString() {
    return height + "x" + width;
  }
}
