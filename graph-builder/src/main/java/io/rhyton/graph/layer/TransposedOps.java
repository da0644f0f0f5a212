package io.rhyton.graph.layer;

import io.rhyton.model.layer.Conv2DTranspose;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Emits transposed convolutions, in TensorFlow the gradient of a convolution with respect to its
 * input.
 */
final class TransposedOps {
  private static final Size2D NEXT = new Size2D(1, 1);

  private TransposedOps() {}

  static Operand<TFloat32> convolve(LayerScope scope, Conv2DTranspose layer) {
    Operand<TFloat32> sum =
        layer.dilationRate().equals(NEXT)
            ? transposed(
                scope.compute(),
                scope.input(),
                scope.weight("kernel"),
                layer.strides(),
                layer.padding(),
                scope.outputShape())
            : dilated(scope, layer);
    return ConvolutionOps.biased(scope, sum, layer.useBias());
  }

  /** With a dilation there are no strides; the border that padding would have added is cropped. */
  private static Operand<TFloat32> dilated(LayerScope scope, Conv2DTranspose layer) {
    Shape input = scope.inputShape();
    KernelWindow window =
        new KernelWindow(layer.kernelSize(), NEXT, layer.dilationRate(), layer.padding());
    Size2D rate = window.rate();
    Shape part =
        Shape.of(
            input.get(0),
            -Math.floorDiv(-input.get(1), rate.height()) + window.size().height() - 1,
            -Math.floorDiv(-input.get(2), rate.width()) + window.size().width() - 1,
            layer.filters());
    return WindowOps.dilated(
        scope.tf(),
        scope.input(),
        input,
        rate,
        Border.NONE,
        window.border(input.get(1), input.get(2)),
        image ->
            transposed(scope.compute(), image, scope.weight("kernel"), NEXT, Padding.VALID, part));
  }

  private static Operand<TFloat32> transposed(
      ComputeOps compute,
      Operand<TFloat32> image,
      Operand<TFloat32> kernel,
      Size2D strides,
      Padding padding,
      Shape output) {
    Ops tf = compute.tf();
    Operand<TInt32> batch =
        tf.slice(tf.shape(image), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    Operand<TInt32> sample =
        tf.constant(new int[] {(int) output.get(1), (int) output.get(2), (int) output.get(3)});
    return compute.transpose(
        tf.concat(List.of(batch, sample), tf.constant(0)), image, kernel, strides, padding);
  }
}
