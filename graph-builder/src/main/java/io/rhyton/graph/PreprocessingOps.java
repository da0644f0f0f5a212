package io.rhyton.graph;

import io.rhyton.model.layer.Rescaling;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Ops of the layers that prepare inputs. */
final class PreprocessingOps {
  private PreprocessingOps() {}

  static Operand<TFloat32> rescale(LayerScope scope, Rescaling layer) {
    Ops tf = scope.tf();
    return tf.math.add(
        tf.math.mul(scope.input(), tf.constant((float) layer.scale())),
        tf.constant((float) layer.offset()));
  }
}
