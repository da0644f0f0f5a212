package io.rhyton.model.layer.geometry;

import io.rhyton.model.shape.Size2D;

/** What a dilation and strides are together, and what not. */
public final class Dilation {
  private static final Size2D NONE = Size2D.square(1);

  private Dilation() {}

  /** As in Keras, a convolution has strides or a dilation. */
  public static void requireWithoutStrides(Size2D strides, Size2D dilationRate) {
    if (!strides.equals(NONE) && !dilationRate.equals(NONE)) {
      throw refused(strides, dilationRate);
    }
  }

  public static void requireWithoutStrides(int strides, int dilationRate) {
    if (strides > 1 && dilationRate > 1) {
      throw refused(strides, dilationRate);
    }
  }

  private static IllegalArgumentException refused(Object strides, Object dilationRate) {
    return new IllegalArgumentException(
        "strides must be 1 with dilationRate " + dilationRate + ", got " + strides);
  }

  /**
   * TensorFlow's depthwise convolution has no strides that differ. With a dilation Keras leaves out
   * pixels of the output instead, in any pattern.
   */
  public static void requireForDepthwise(LayerInputs inputs, Size2D strides, Size2D dilationRate) {
    if (strides.height() != strides.width() && dilationRate.equals(NONE)) {
      throw inputs.mismatch(
          "as many strides down as to the right",
          strides.toString(),
          "TensorFlow has no other depthwise convolution: set both strides to one number.");
    }
  }
}
