package io.rhyton.model.layer.geometry;

import io.rhyton.model.shape.OutputPadding;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.shape.Size2D;
import io.rhyton.model.shape.Sizes;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * The window of a transposed convolution: computes the output size. Source: {@code
 * compute_conv_transpose_output_shape} in {@code keras/src/backend/common/backend_utils.py}, Keras
 * 3.15.
 */
public record TransposedWindow(
    WindowAxis rows, WindowAxis columns, Padding padding, @Nullable OutputPadding outputPadding) {

  /** Returns the window with these options of a layer. */
  public static TransposedWindow of(
      Size2D size,
      Size2D strides,
      Size2D dilation,
      Padding padding,
      @Nullable OutputPadding outputPadding) {
    return new TransposedWindow(
        new WindowAxis(size.height(), strides.height(), dilation.height()),
        new WindowAxis(size.width(), strides.width(), dilation.width()),
        padding,
        outputPadding);
  }

  /** Returns the output shape of the transposed convolution of the only input. */
  public Shape over(LayerInputs inputs, long channels) {
    Shape image = inputs.image();
    OutputPadding added = outputPadding;
    if (rows.padded(image.get(1), padding) * columns.padded(image.get(2), padding) * channels
        > Integer.MAX_VALUE) {
      throw inputs.mismatch(
          "fewer than 2^31 values in an image before cropping the padding",
          rows.effectiveSize()
              + "x"
              + columns.effectiveSize()
              + " pixels around "
              + ShapeText.of(image),
          "Use a smaller window or dilation.");
    }
    return Shape.of(
        image.get(0),
        size(inputs, rows, image.get(1), added == null ? null : added.height()),
        size(inputs, columns, image.get(2), added == null ? null : added.width()),
        channels);
  }

  private long size(LayerInputs inputs, WindowAxis axis, long size, @Nullable Integer added) {
    long stride = axis.stride();
    if (added == null) {
      long last = padding == Padding.SAME ? stride : Math.max(axis.effectiveSize(), stride);
      return Sizes.map(size, known -> (known - 1) * stride + last);
    }
    // TensorFlow accepts output sizes that a convolution with these strides maps to the input size.
    long inside = padding == Padding.SAME ? axis.effectiveSize() % 2 + added : added + 1;
    if (inside < 1 || added >= stride) {
      throw inputs.mismatch(
          "an outputPadding consistent with an input of " + ShapeText.of(inputs.image()),
          outputPadding + " with strides of " + rows.stride() + "x" + columns.stride(),
          "Omit outputPadding, or make it less than the strides, and at least 1 for a kernel of"
              + " even size with padding(SAME).");
    }
    long last = padding == Padding.SAME ? inside : axis.effectiveSize() + added;
    return Sizes.map(size, known -> (known - 1) * stride + last);
  }
}
