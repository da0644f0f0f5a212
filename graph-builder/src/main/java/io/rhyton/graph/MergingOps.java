package io.rhyton.graph;

import io.rhyton.model.layer.Concatenate;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Ops of the layers that make one tensor of several. */
final class MergingOps {
  private MergingOps() {}

  /** One after the other, as Keras adds: the order decides the last bit. */
  static Operand<TFloat32> add(LayerScope scope) {
    Ops tf = scope.tf();
    Operand<TFloat32> sum = scope.input();
    for (Operand<TFloat32> other : scope.inputs().subList(1, scope.inputs().size())) {
      sum = tf.math.add(sum, other);
    }
    return sum;
  }

  static Operand<TFloat32> concatenate(LayerScope scope, Concatenate layer) {
    return scope.tf().concat(scope.inputs(), scope.tf().constant(layer.axis()));
  }
}
