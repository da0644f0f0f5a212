package io.rhyton.graph;

import io.rhyton.model.layer.Dropout;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** Ops of the layers that act in training only. */
final class RegularizationOps {
  private RegularizationOps() {}

  /** As in Keras: keeps a value where the random number is at least the rate. */
  static Operand<TFloat32> dropout(LayerScope scope, Dropout layer) {
    Operand<TFloat32> x = scope.input();
    if (!scope.isTraining() || layer.rate() == 0) {
      return x;
    }
    Ops tf = scope.tf();
    Operand<TFloat32> random = scope.uniform(layer.seed(), tf.shape(x));
    Operand<TBool> kept = tf.math.greaterEqual(random, tf.constant((float) layer.rate()));
    // A product with a mask: a select would read zeros in both directions and is slower.
    Operand<TFloat32> mask =
        tf.math.mul(
            tf.dtypes.cast(kept, TFloat32.class), tf.constant((float) (1 / (1 - layer.rate()))));
    return tf.math.mul(x, mask);
  }
}
