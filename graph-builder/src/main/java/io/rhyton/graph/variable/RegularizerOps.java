package io.rhyton.graph.variable;

import io.rhyton.model.weight.L1;
import io.rhyton.model.weight.L1L2;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.OrthogonalRegularizer;
import io.rhyton.model.weight.OrthogonalRegularizer.Mode;
import io.rhyton.model.weight.RegularizerVisitor;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Emits the penalty on a weight or on the output of a layer, a scalar. */
public final class RegularizerOps implements RegularizerVisitor<Operand<TFloat32>> {
  /** The smallest norm that Keras divides by. */
  private static final float EPSILON = 1e-7f;

  private final Ops tf;
  private final Operand<TFloat32> values;

  public RegularizerOps(Ops tf, Operand<TFloat32> values) {
    this.tf = tf;
    this.values = values;
  }

  @Override
  public Operand<TFloat32> l1(L1 regularizer) {
    return absolutes(regularizer.l1());
  }

  @Override
  public Operand<TFloat32> l1L2(L1L2 regularizer) {
    return tf.math.add(absolutes(regularizer.l1()), squares(regularizer.l2()));
  }

  @Override
  public Operand<TFloat32> l2(L2 regularizer) {
    return squares(regularizer.l2());
  }

  private Operand<TFloat32> absolutes(double factor) {
    return tf.math.mul(sumOfAll(tf.math.abs(values)), constant(factor));
  }

  private Operand<TFloat32> squares(double factor) {
    // TensorFlow's l2Loss is half the sum of squares.
    return tf.math.mul(tf.nn.l2Loss(values), constant(2 * factor));
  }

  /** Averages over pairs of rows or columns; the sum contains every pair twice. */
  @Override
  public Operand<TFloat32> orthogonalRegularizer(OrthogonalRegularizer regularizer) {
    boolean rows = regularizer.mode() == Mode.ROWS;
    Operand<TFloat32> sums =
        tf.reduceSum(tf.math.square(values), tf.constant(rows ? 1 : 0), ReduceSum.keepDims(true));
    Operand<TFloat32> inverse = tf.math.minimum(tf.math.rsqrt(sums), constant(1 / EPSILON));
    Operand<TFloat32> unit = tf.math.mul(values, inverse);
    Operand<TFloat32> products =
        tf.linalg.matMul(unit, unit, MatMul.transposeA(!rows), MatMul.transposeB(rows));
    Operand<TInt32> axis = tf.constant(rows ? 0 : 1);
    Operand<TInt32> size = tf.gather(tf.shape(values), axis, tf.constant(0));
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> diagonal =
        tf.linalg.tensorDiag(tf.fill(tf.expandDims(size, tf.constant(0)), one));
    Operand<TFloat32> others = tf.math.mul(products, tf.math.sub(one, diagonal));
    Operand<TFloat32> count = tf.dtypes.cast(size, TFloat32.class);
    Operand<TFloat32> twicePairs = tf.math.mul(count, tf.math.sub(count, one));
    return tf.math.div(
        tf.math.mul(sumOfAll(tf.math.abs(others)), constant(regularizer.factor())), twicePairs);
  }

  private Operand<TFloat32> sumOfAll(Operand<TFloat32> each) {
    return tf.reduceSum(tf.reshape(each, tf.constant(new int[] {-1})), tf.constant(0));
  }

  private Operand<TFloat32> constant(double value) {
    return tf.constant((float) value);
  }
}
