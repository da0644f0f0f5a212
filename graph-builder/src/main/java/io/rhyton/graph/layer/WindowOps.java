package io.rhyton.graph.layer;

import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.StridedSlice;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * Emits dilated convolutions as convolutions without dilation: TensorFlow's own dilated ops have
 * wrong gradients or none. A kernel with a dilation rate of 2 reads every second pixel, so each
 * image is split into four images that consist of every second pixel, these are convolved, and the
 * results are interleaved.
 */
final class WindowOps {
  private static final Size2D NEXT = new Size2D(1, 1);

  private WindowOps() {}

  /**
   * Convolves images, directly with TensorFlow's ops where their gradients are correct.
   *
   * @param height the height of the images
   * @param width the width of the images
   */
  static Operand<TFloat32> convolve(
      Ops tf,
      Operand<TFloat32> image,
      Dimension height,
      Dimension width,
      KernelWindow window,
      Convolution convolution) {
    boolean isCausal = window.padding() == Padding.CAUSAL;
    if (window.dilation().equals(NEXT) && !isCausal) {
      return convolution.of(image, window.strides(), window.padding());
    }
    Border border = window.border(tf, height, width);
    if (window.dilation().equals(NEXT)) {
      return convolution.of(border.around(tf, image), window.strides(), Padding.VALID);
    }
    Operand<TFloat32> everywhere =
        dilated(
            tf,
            image,
            height,
            width,
            window.rate(),
            border,
            Border.NONE,
            part -> convolution.of(part, NEXT, Padding.VALID));
    return window.strides().equals(NEXT) ? everywhere : every(tf, everywhere, window.strides());
  }

  /**
   * Convolves images with a dilation.
   *
   * @param height the height of the images
   * @param width the width of the images
   * @param padding the zeros to pad the images with before
   * @param crop the border to crop after
   * @param convolution the convolution without dilation, applied to each part
   */
  static Operand<TFloat32> dilated(
      Ops tf,
      Operand<TFloat32> image,
      Dimension height,
      Dimension width,
      Size2D dilation,
      Border padding,
      Border crop,
      UnaryOperator<Operand<TFloat32>> convolution) {
    Operand<TInt64> block = tf.constant(new long[] {dilation.height(), dilation.width()});
    // All parts must have the same size.
    Border filled =
        padding.wider(
            tf,
            height.plus(tf, padding.rows(tf)).paddingToMultipleOf(tf, dilation.height()),
            width.plus(tf, padding.columns(tf)).paddingToMultipleOf(tf, dilation.width()));
    Border rest =
        crop.wider(
            tf,
            filled.bottom().minus(tf, padding.bottom()),
            filled.right().minus(tf, padding.right()));
    return tf.batchToSpaceNd(
        convolution.apply(tf.spaceToBatchNd(image, block, filled.perAxis(tf))),
        block,
        rest.perAxis(tf));
  }

  /** Every n-th pixel. */
  private static Operand<TFloat32> every(Ops tf, Operand<TFloat32> image, Size2D strides) {
    // int32, because the gradient supports no other type.
    Operand<TInt32> start = tf.constant(new int[4]);
    return tf.stridedSlice(
        image,
        start,
        start,
        tf.constant(new int[] {1, strides.height(), strides.width(), 1}),
        // From the first to the last pixel, regardless of start and end.
        StridedSlice.beginMask(0b1111L),
        StridedSlice.endMask(0b1111L));
  }
}
