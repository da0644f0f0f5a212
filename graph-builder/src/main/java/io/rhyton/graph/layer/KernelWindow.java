package io.rhyton.graph.layer;

import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;

/**
 * The geometry of a kernel that slides over an image.
 *
 * @param size the kernel size
 * @param strides the strides
 * @param dilation the dilation rate
 * @param padding the padding at the border
 */
record KernelWindow(Size2D size, Size2D strides, Size2D dilation, Padding padding) {

  /** The window over an image of height 1. */
  static KernelWindow row(int size, int stride, int dilation, Padding padding) {
    return new KernelWindow(
        new Size2D(1, size), new Size2D(1, stride), new Size2D(1, dilation), padding);
  }

  /** The effective dilation rate: 1 along an axis where the kernel size is 1. */
  Size2D rate() {
    return new Size2D(
        size.height() == 1 ? 1 : dilation.height(), size.width() == 1 ? 1 : dilation.width());
  }

  /** The number of zeros that the padding adds on each side, as in Keras and TensorFlow. */
  Border border(long height, long width) {
    if (padding == Padding.VALID) {
      return Border.NONE;
    }
    if (padding == Padding.CAUSAL) {
      // Independent of the strides.
      return new Border(
          (size.height() - 1L) * dilation.height(), 0, (size.width() - 1L) * dilation.width(), 0);
    }
    long rows = added(height, size.height(), strides.height(), dilation.height());
    long columns = added(width, size.width(), strides.width(), dilation.width());
    return new Border(rows / 2, rows - rows / 2, columns / 2, columns - columns / 2);
  }

  private static long added(long pixels, int size, int stride, int dilation) {
    long last = -Math.floorDiv(-pixels, stride) - 1;
    return Math.max(last * stride + (size - 1L) * dilation + 1 - pixels, 0);
  }
}
