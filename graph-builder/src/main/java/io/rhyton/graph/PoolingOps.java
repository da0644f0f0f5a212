package io.rhyton.graph;

import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.Size2D;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Ops of the poolings. */
final class PoolingOps {
  private PoolingOps() {}

  /**
   * Emits {@code MaxPool} itself: what TensorFlow Java's {@code maxPool} emits is {@code
   * MaxPoolV2}, which oneDNN does not speed up and TFLite cannot convert.
   */
  static Operand<TFloat32> max(LayerScope scope, MaxPooling2D layer) {
    return scope
        .tf()
        .scope()
        .opBuilder("MaxPool", "MaxPool")
        .addInput(scope.input().asOutput())
        .setAttr("ksize", perAxis(layer.poolSize()))
        .setAttr("strides", perAxis(layer.strides()))
        .setAttr("padding", layer.padding().name())
        .build()
        .output(0);
  }

  static Operand<TFloat32> average(LayerScope scope, AveragePooling2D layer) {
    return scope
        .tf()
        .nn
        .avgPool(
            scope.input(),
            ConvolutionOps.perAxis(layer.poolSize()),
            ConvolutionOps.perAxis(layer.strides()),
            layer.padding().name());
  }

  static Operand<TFloat32> globalAverage(LayerScope scope) {
    return scope.tf().math.mean(scope.input(), scope.tf().constant(new int[] {1, 2}));
  }

  private static long[] perAxis(Size2D size) {
    return new long[] {1, size.height(), size.width(), 1};
  }
}
