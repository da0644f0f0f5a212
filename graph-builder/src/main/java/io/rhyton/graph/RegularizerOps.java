package io.rhyton.graph;

import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.RegularizerVisitor;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What a weight adds to the loss, a scalar. */
final class RegularizerOps implements RegularizerVisitor<Operand<TFloat32>> {
  private final Ops tf;
  private final Operand<TFloat32> weight;

  RegularizerOps(Ops tf, Operand<TFloat32> weight) {
    this.tf = tf;
    this.weight = weight;
  }

  @Override
  public Operand<TFloat32> l2(L2 regularizer) {
    // TensorFlow's l2Loss is half the sum of squares.
    return tf.math.mul(tf.nn.l2Loss(weight), tf.constant((float) (2 * regularizer.l2())));
  }
}
