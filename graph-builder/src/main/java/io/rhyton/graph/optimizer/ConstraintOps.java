package io.rhyton.graph.optimizer;

import io.rhyton.model.weight.ConstraintVisitor;
import io.rhyton.model.weight.MaxNorm;
import io.rhyton.model.weight.MinMaxNorm;
import io.rhyton.model.weight.NonNeg;
import io.rhyton.model.weight.UnitNorm;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/** Emits the projection of a weight that satisfies its constraint. */
final class ConstraintOps implements ConstraintVisitor<Operand<TFloat32>> {
  /** The epsilon that Keras adds to a norm before dividing by it. */
  private static final float EPSILON = 1e-7f;

  private final Ops tf;
  private final Operand<TFloat32> weight;

  ConstraintOps(Ops tf, Operand<TFloat32> weight) {
    this.tf = tf;
    this.weight = weight;
  }

  @Override
  public Operand<TFloat32> maxNorm(MaxNorm constraint) {
    Operand<TFloat32> norms = norms(constraint.axis());
    return scaled(norms, clip(norms, 0, constraint.maxValue()));
  }

  @Override
  public Operand<TFloat32> minMaxNorm(MinMaxNorm constraint) {
    Operand<TFloat32> norms = norms(constraint.axis());
    Operand<TFloat32> bounded = clip(norms, constraint.minValue(), constraint.maxValue());
    return scaled(
        norms,
        tf.math.add(
            tf.math.mul(constant(constraint.rate()), bounded),
            tf.math.mul(constant(1 - constraint.rate()), norms)));
  }

  @Override
  public Operand<TFloat32> nonNeg(NonNeg constraint) {
    return tf.math.maximum(weight, tf.constant(0f));
  }

  @Override
  public Operand<TFloat32> unitNorm(UnitNorm constraint) {
    return tf.math.div(weight, tf.math.add(tf.constant(EPSILON), norms(constraint.axis())));
  }

  private Operand<TFloat32> norms(List<Integer> axes) {
    int[] axis = axes.stream().mapToInt(Integer::intValue).toArray();
    return tf.math.sqrt(
        tf.reduceSum(tf.math.square(weight), tf.constant(axis), ReduceSum.keepDims(true)));
  }

  private Operand<TFloat32> clip(Operand<TFloat32> norms, double low, double high) {
    return tf.clipByValue(norms, constant(low), constant(high));
  }

  private Operand<TFloat32> scaled(Operand<TFloat32> norms, Operand<TFloat32> desired) {
    return tf.math.mul(weight, tf.math.div(desired, tf.math.add(tf.constant(EPSILON), norms)));
  }

  private Operand<TFloat32> constant(double value) {
    return tf.constant((float) value);
  }
}
