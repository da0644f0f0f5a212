package io.rhyton.graph;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Ops of the layers that only change the shape. */
final class ReshapingOps {
  private ReshapingOps() {}

  static Operand<TFloat32> flatten(LayerScope scope) {
    long values = scope.outputShape().get(1);
    return scope.tf().reshape(scope.input(), scope.tf().constant(new long[] {-1, values}));
  }
}
