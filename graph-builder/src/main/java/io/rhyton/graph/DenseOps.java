package io.rhyton.graph;

import io.rhyton.model.layer.Dense;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Ops of the fully connected layers. */
final class DenseOps {
  private DenseOps() {}

  static Operand<TFloat32> multiply(LayerScope scope, Dense layer) {
    Operand<TFloat32> product = scope.tf().linalg.matMul(scope.input(), scope.weight("kernel"));
    return layer.useBias() ? scope.tf().nn.biasAdd(product, scope.weight("bias")) : product;
  }
}
