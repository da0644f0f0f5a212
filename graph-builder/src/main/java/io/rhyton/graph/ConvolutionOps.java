package io.rhyton.graph;

import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Size2D;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Ops of the convolutions. */
final class ConvolutionOps {
  private ConvolutionOps() {}

  static Operand<TFloat32> convolve(LayerScope scope, Conv2D layer) {
    Operand<TFloat32> sum =
        scope
            .tf()
            .nn
            .conv2d(
                scope.input(),
                scope.weight("kernel"),
                perAxis(layer.strides()),
                layer.padding().name());
    return layer.useBias() ? scope.tf().nn.biasAdd(sum, scope.weight("bias")) : sum;
  }

  /** TensorFlow's form of a window: batch, height, width, channels. */
  static List<Long> perAxis(Size2D size) {
    return List.of(1L, (long) size.height(), (long) size.width(), 1L);
  }
}
