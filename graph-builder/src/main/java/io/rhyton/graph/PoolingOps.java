package io.rhyton.graph;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.AveragePooling1D;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.MaxPooling1D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.Padding;
import io.rhyton.model.layer.Size2D;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Ops of the poolings. */
final class PoolingOps {
  private PoolingOps() {}

  static Operand<TFloat32> max(LayerScope scope, MaxPooling1D layer) {
    return SequenceImages.output(
        scope,
        max(
            scope.tf(),
            SequenceImages.input(scope),
            new Size2D(1, layer.poolSize()),
            new Size2D(1, layer.strides()),
            layer.padding()));
  }

  /**
   * A maximum of what a ReLU made is the ReLU of the maximum, with the same gradient; so the ReLU
   * comes last, where there are fewer values left.
   */
  static Emission max(LayerScope scope, MaxPooling2D layer) {
    Emission source = scope.source();
    return source.activation() == ActivationFunction.RELU
        ? ActivationOps.apply(
            scope, max(scope.tf(), source.beforeActivation(), layer), ActivationFunction.RELU)
        : Emission.of(max(scope.tf(), source.output(), layer));
  }

  private static Operand<TFloat32> max(Ops tf, Operand<TFloat32> image, MaxPooling2D layer) {
    return max(tf, image, layer.poolSize(), layer.strides(), layer.padding());
  }

  /**
   * Emits {@code MaxPool} itself: what TensorFlow Java's {@code maxPool} emits is {@code
   * MaxPoolV2}, which oneDNN does not speed up and TFLite cannot convert.
   */
  private static Operand<TFloat32> max(
      Ops tf, Operand<TFloat32> image, Size2D window, Size2D strides, Padding padding) {
    return tf.scope()
        .opBuilder("MaxPool", "MaxPool")
        .addInput(image.asOutput())
        .setAttr("ksize", perAxis(window))
        .setAttr("strides", perAxis(strides))
        .setAttr("padding", padding.name())
        .build()
        .output(0);
  }

  static Operand<TFloat32> average(LayerScope scope, AveragePooling1D layer) {
    return SequenceImages.output(
        scope,
        average(
            scope.tf(),
            SequenceImages.input(scope),
            new Size2D(1, layer.poolSize()),
            new Size2D(1, layer.strides()),
            layer.padding()));
  }

  static Operand<TFloat32> average(LayerScope scope, AveragePooling2D layer) {
    return average(scope.tf(), scope.input(), layer.poolSize(), layer.strides(), layer.padding());
  }

  private static Operand<TFloat32> average(
      Ops tf, Operand<TFloat32> image, Size2D window, Size2D strides, Padding padding) {
    return tf.nn.avgPool(
        image, ConvolutionOps.perAxis(window), ConvolutionOps.perAxis(strides), padding.name());
  }

  static Operand<TFloat32> globalAverage(LayerScope scope, boolean keepdims) {
    return scope.tf().math.mean(scope.input(), places(scope), Mean.keepDims(keepdims));
  }

  static Operand<TFloat32> globalMax(LayerScope scope, boolean keepdims) {
    return scope.tf().max(scope.input(), places(scope), Max.keepDims(keepdims));
  }

  /** The axes between batch and channels. */
  private static Operand<TInt32> places(LayerScope scope) {
    int last = scope.inputShape().numDimensions() - 1;
    return scope.tf().constant(IntStream.range(1, last).toArray());
  }

  private static long[] perAxis(Size2D size) {
    return new long[] {1, size.height(), size.width(), 1};
  }
}
