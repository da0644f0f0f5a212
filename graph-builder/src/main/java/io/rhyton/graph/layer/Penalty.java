package io.rhyton.graph.layer;

import io.rhyton.graph.variable.RegularizerOps;
import io.rhyton.model.weight.Regularizer;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A regularization penalty on the output of a layer, added to the loss. Source: {@code
 * keras/src/layers/layer.py}, Keras 3.15.
 *
 * @param regularizer computes the penalty
 * @param output the output of the layer, with the batch as its first axis
 */
public record Penalty(Regularizer regularizer, Operand<TFloat32> output) {

  /** The penalty divided by the batch size, a scalar. */
  public Operand<TFloat32> value(Ops tf) {
    Operand<TInt32> first = tf.constant(0);
    Operand<TFloat32> batch =
        tf.dtypes.cast(tf.gather(tf.shape(output), first, first), TFloat32.class);
    return tf.math.div(regularizer.accept(new RegularizerOps(tf, output)), batch);
  }
}
