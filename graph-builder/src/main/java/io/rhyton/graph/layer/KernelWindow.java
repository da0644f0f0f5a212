package io.rhyton.graph.layer;

import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;

/**
 * How a kernel moves over an image.
 *
 * @param size of the kernel
 * @param strides from one place of the kernel to the next
 * @param dilation from one pixel that it looks at to the next
 * @param padding what happens at the border
 */
record KernelWindow(Size2D size, Size2D strides, Size2D dilation, Padding padding) {

  /** The window over an image of one row. */
  static KernelWindow row(int size, int stride, int dilation, Padding padding) {
    return new KernelWindow(
        new Size2D(1, size), new Size2D(1, stride), new Size2D(1, dilation), padding);
  }

  /** The dilation, which is none along an axis where the kernel looks at one pixel alone. */
  Size2D rate() {
    return new Size2D(
        size.height() == 1 ? 1 : dilation.height(), size.width() == 1 ? 1 : dilation.width());
  }

  /** The zeros that the padding adds, as Keras and TensorFlow count them. */
  Border border(long height, long width) {
    if (padding == Padding.VALID) {
      return Border.NONE;
    }
    if (padding == Padding.CAUSAL) {
      // Whatever the strides are.
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
