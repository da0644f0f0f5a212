package io.rhyton.model.layer.geometry;

import io.rhyton.model.shape.Size2D;

/** The valid combinations of dilation rates and strides. */
public final class Dilation {
  private static final Size2D NONE = Size2D.square(1);

  private Dilation() {}

  /** As in Keras, a convolution cannot have both strides and a dilation. */
  public static void requireWithoutStrides(Size2D strides, Size2D dilationRate) {
    if (!strides.equals(NONE) && !dilationRate.equals(NONE)) {
      throw refused(strides, dilationRate);
    }
  }

  /** As in Keras, a convolution cannot have both strides and a dilation. */
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
   * TensorFlow's depthwise convolution does not support different strides. With a dilation, Keras
   * convolves with stride 1 and subsamples the output instead, which works for any strides.
   */
  public static void requireForDepthwise(LayerInputs inputs, Size2D strides, Size2D dilationRate) {
    if (strides.height() != strides.width() && dilationRate.equals(NONE)) {
      throw inputs.mismatch(
          "equal strides",
          strides.toString(),
          "Set both strides to the same number, as TensorFlow requires.");
    }
  }
}
