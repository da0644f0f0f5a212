package io.rhyton.graph.layer;

import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import org.tensorflow.op.Ops;

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
  Border border(Ops tf, Dimension height, Dimension width) {
    if (padding == Padding.VALID) {
      return Border.NONE;
    }
    if (padding == Padding.CAUSAL) {
      // Independent of the strides.
      return Border.of(
          (size.height() - 1L) * dilation.height(), 0, (size.width() - 1L) * dilation.width(), 0);
    }
    Dimension rows = added(tf, height, size.height(), strides.height(), dilation.height());
    Dimension columns = added(tf, width, size.width(), strides.width(), dilation.width());
    Dimension above = rows.dividedBy(tf, 2);
    Dimension before = columns.dividedBy(tf, 2);
    return new Border(above, rows.minus(tf, above), before, columns.minus(tf, before));
  }

  private static Dimension added(Ops tf, Dimension pixels, int size, int stride, int dilation) {
    long reach = (size - 1L) * dilation + 1;
    if (stride == 1) {
      return Dimension.of(reach - 1);
    }
    return pixels
        .ceilDiv(tf, stride)
        .plus(tf, -1)
        .times(tf, stride)
        .plus(tf, reach)
        .minus(tf, pixels)
        .atLeast(tf, 0);
  }
}
