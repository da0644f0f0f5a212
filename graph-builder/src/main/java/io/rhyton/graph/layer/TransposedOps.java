package io.rhyton.graph.layer;

import io.rhyton.model.layer.Conv2DTranspose;
import io.rhyton.model.layer.geometry.LayerInputs;
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
                List.of(
                    outputSize(scope, layer, 1, layer.strides().height()),
                    outputSize(scope, layer, 2, layer.strides().width()),
                    Dimension.of(layer.filters())))
            : dilated(scope, layer);
    return ConvolutionOps.biased(scope, sum, layer.useBias());
  }

  /** The size of the output along an axis: it grows by the stride with each pixel of the input. */
  private static Dimension outputSize(
      LayerScope scope, Conv2DTranspose layer, int axis, int stride) {
    Shape pixel = Shape.of(Shape.UNKNOWN_SIZE, 1, 1, scope.inputShape().get(3));
    LayerInputs inputs = new LayerInputs("", layer.typeName(), List.of(pixel));
    long ofOnePixel = layer.geometry(inputs).outputs().get(0).get(axis);
    return scope
        .inputSize(axis)
        .plus(scope.tf(), -1)
        .times(scope.tf(), stride)
        .plus(scope.tf(), ofOnePixel);
  }

  /** With a dilation there are no strides; the border that padding would have added is cropped. */
  private static Operand<TFloat32> dilated(LayerScope scope, Conv2DTranspose layer) {
    Ops tf = scope.tf();
    Dimension height = scope.inputSize(1);
    Dimension width = scope.inputSize(2);
    KernelWindow window =
        new KernelWindow(layer.kernelSize(), NEXT, layer.dilationRate(), layer.padding());
    Size2D rate = window.rate();
    List<Dimension> part =
        List.of(
            height.ceilDiv(tf, rate.height()).plus(tf, window.size().height() - 1L),
            width.ceilDiv(tf, rate.width()).plus(tf, window.size().width() - 1L),
            Dimension.of(layer.filters()));
    return WindowOps.dilated(
        tf,
        scope.input(),
        height,
        width,
        rate,
        Border.NONE,
        window.border(tf, height, width),
        image ->
            transposed(scope.compute(), image, scope.weight("kernel"), NEXT, Padding.VALID, part));
  }

  private static Operand<TFloat32> transposed(
      ComputeOps compute,
      Operand<TFloat32> image,
      Operand<TFloat32> kernel,
      Size2D strides,
      Padding padding,
      List<Dimension> sample) {
    Ops tf = compute.tf();
    Operand<TInt32> batch =
        tf.slice(tf.shape(image), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    return compute.transpose(
        tf.concat(List.of(batch, Dimension.vector(tf, sample)), tf.constant(0)),
        image,
        kernel,
        strides,
        padding);
  }
}
