package io.rhyton.model.shape;

import io.rhyton.error.Arguments;

/**
 * The size that a transposed convolution adds to its output.
 *
 * @param height rows added at the bottom, at least 0
 * @param width columns added on the right, at least 0
 */
public record OutputPadding(int height, int width) {
  public OutputPadding {
    Arguments.requireNotNegative("height", height);
    Arguments.requireNotNegative("width", width);
  }

  /** Creates an output padding. */
  public static OutputPadding of(int height, int width) {
    return new OutputPadding(height, width);
  }

  @Override
  public String toString() {
    return height + "x" + width;
  }
}
