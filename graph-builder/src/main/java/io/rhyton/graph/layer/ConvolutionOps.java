package io.rhyton.graph.layer;

import io.rhyton.model.layer.Conv1D;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.shape.Size2D;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Emits convolutions. */
final class ConvolutionOps {
  private static final int CHANNELS = 3;

  private ConvolutionOps() {}

  static Operand<TFloat32> convolve(LayerScope scope, Conv1D layer) {
    Ops tf = scope.tf();
    Shape sequence = scope.inputShape();
    Shape kernel =
        Shape.of(1, layer.kernelSize(), sequence.get(2) / layer.groups(), layer.filters());
    Operand<TFloat32> sum =
        WindowOps.convolve(
            tf,
            SequenceImages.input(scope),
            Dimension.of(1),
            scope.inputSize(1),
            KernelWindow.row(
                layer.kernelSize(), layer.strides(), layer.dilationRate(), layer.padding()),
            grouped(
                scope.compute(),
                tf.reshape(scope.weight("kernel"), tf.constant(kernel.asArray())),
                kernel,
                layer.groups()));
    return SequenceImages.output(scope, biased(scope, sum, layer.useBias()));
  }

  static Operand<TFloat32> convolve(LayerScope scope, Conv2D layer) {
    Size2D size = layer.kernelSize();
    long channels = scope.inputShape().get(CHANNELS) / layer.groups();
    Operand<TFloat32> sum =
        WindowOps.convolve(
            scope.tf(),
            scope.input(),
            scope.inputSize(1),
            scope.inputSize(2),
            new KernelWindow(size, layer.strides(), layer.dilationRate(), layer.padding()),
            grouped(
                scope.compute(),
                scope.weight("kernel"),
                Shape.of(size.height(), size.width(), channels, layer.filters()),
                layer.groups()));
    return biased(scope, sum, layer.useBias());
  }

  static Operand<TFloat32> biased(LayerScope scope, Operand<TFloat32> sum, boolean useBias) {
    return useBias ? scope.tf().nn.biasAdd(sum, scope.weight("bias")) : sum;
  }

  static Convolution plain(ComputeOps compute, Operand<TFloat32> kernel) {
    return (image, strides, padding) -> compute.convolve(image, kernel, strides, padding);
  }

  /**
   * Convolves each group separately: TensorFlow's grouped convolution has no gradient on the CPU.
   * If every channel is a group of its own, a depthwise convolution is used.
   */
  static Convolution grouped(
      ComputeOps compute, Operand<TFloat32> kernel, Shape shape, int groups) {
    if (groups == 1) {
      return plain(compute, kernel);
    }
    Ops tf = compute.tf();
    return (image, strides, padding) -> {
      if (shape.get(2) == 1 && strides.height() == strides.width()) {
        Shape depthwise = shape.take(2).append(groups).append(shape.get(CHANNELS) / groups);
        return DepthwiseOps.plain(compute, tf.reshape(kernel, tf.constant(depthwise.asArray())))
            .of(image, strides, padding);
      }
      List<Operand<TFloat32>> images = split(tf, image, groups);
      List<Operand<TFloat32>> kernels = split(tf, kernel, groups);
      List<Operand<TFloat32>> convolved = new ArrayList<>();
      for (int i = 0; i < groups; i++) {
        convolved.add(plain(compute, kernels.get(i)).of(images.get(i), strides, padding));
      }
      return tf.concat(convolved, tf.constant(CHANNELS));
    };
  }

  private static List<Operand<TFloat32>> split(Ops tf, Operand<TFloat32> whole, int parts) {
    return List.copyOf(tf.split(tf.constant(CHANNELS), whole, (long) parts).output());
  }

  /** A window size in TensorFlow's format: batch, height, width, channels. */
  static List<Long> perAxis(Size2D size) {
    return List.of(1L, (long) size.height(), (long) size.width(), 1L);
  }
}
