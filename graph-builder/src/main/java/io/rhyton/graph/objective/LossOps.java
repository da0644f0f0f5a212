package io.rhyton.graph.objective;

import io.rhyton.graph.layer.LayerOutputTensor;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.BinaryFocalCrossentropy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.CategoricalFocalCrossentropy;
import io.rhyton.model.objective.CategoricalHinge;
import io.rhyton.model.objective.CosineSimilarity;
import io.rhyton.model.objective.Dice;
import io.rhyton.model.objective.Hinge;
import io.rhyton.model.objective.Huber;
import io.rhyton.model.objective.KLDivergence;
import io.rhyton.model.objective.LogCosh;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.LossVisitor;
import io.rhyton.model.objective.MeanAbsoluteError;
import io.rhyton.model.objective.MeanAbsolutePercentageError;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.MeanSquaredLogarithmicError;
import io.rhyton.model.objective.Poisson;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.objective.SquaredHinge;
import io.rhyton.model.objective.Tversky;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Emits the values whose mean is the loss, in any shape: where Keras averages over the last axis
 * first, the overall mean is the same.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 */
final class LossOps implements LossVisitor<Operand<TFloat32>> {
  /** The epsilon with which Keras avoids logarithms of 0 and divisions by 0. */
  private static final float EPSILON = 1e-7f;

  private final Ops tf;
  private final Operand<TFloat32> output;
  private final Operand<TFloat32> target;
  private final @Nullable Operand<TFloat32> weights;
  private final CrossentropyOps crossentropies;

  LossOps(Ops tf, LayerOutputTensor prediction, Labels labels) {
    this.tf = tf;
    this.output = prediction.output();
    this.target = labels.rows();
    this.weights = labels.weights();
    this.crossentropies = new CrossentropyOps(tf, prediction, labels);
  }

  /** Returns the loss of a batch, a scalar. */
  Operand<TFloat32> mean(Loss loss) {
    Operand<TFloat32> values = weighted(loss.accept(this));
    if (loss instanceof SparseCategoricalCrossentropy sparse && sparse.ignoreClass() != null) {
      Operand<TFloat32> counted = crossentropies.counted(sparse.ignoreClass());
      return tf.math.divNoNan(Reduction.sum(tf, values), Reduction.sum(tf, counted));
    }
    return Reduction.mean(tf, values);
  }

  /**
   * Multiplies the values by the sample weights. Their mean is still taken over the number of
   * values, not over the sum of the weights: {@code keras/src/losses/loss.py}, {@code
   * reduce_weighted_values}.
   */
  private Operand<TFloat32> weighted(Operand<TFloat32> values) {
    if (weights == null) {
      return values;
    }
    int axes = values.shape().numDimensions();
    if (axes == 0) {
      return tf.math.mul(values, Reduction.mean(tf, weights));
    }
    int rows = weights.shape().numDimensions();
    if (axes > rows) {
      return tf.math.mul(values, tf.expandDims(weights, lastAxis()));
    }
    return tf.math.mul(
        values, axes < rows ? tf.reshape(weights, tf.constant(new int[] {-1})) : weights);
  }

  @Override
  public Operand<TFloat32> binaryCrossentropy(BinaryCrossentropy loss) {
    return crossentropies.binary(loss);
  }

  @Override
  public Operand<TFloat32> binaryFocalCrossentropy(BinaryFocalCrossentropy loss) {
    return crossentropies.binaryFocal(loss);
  }

  @Override
  public Operand<TFloat32> categoricalCrossentropy(CategoricalCrossentropy loss) {
    return crossentropies.categorical(loss);
  }

  @Override
  public Operand<TFloat32> categoricalFocalCrossentropy(CategoricalFocalCrossentropy loss) {
    return crossentropies.categoricalFocal(loss);
  }

  @Override
  public Operand<TFloat32> sparseCategoricalCrossentropy(SparseCategoricalCrossentropy loss) {
    return crossentropies.sparse(loss);
  }

  @Override
  public Operand<TFloat32> categoricalHinge(CategoricalHinge loss) {
    Operand<TFloat32> own = sumOfLast(tf.math.mul(target, output));
    Operand<TFloat32> others =
        tf.max(tf.math.mul(tf.math.sub(tf.constant(1f), target), output), lastAxis());
    return atLeastZero(tf.math.add(tf.math.sub(others, own), tf.constant(1f)));
  }

  @Override
  public Operand<TFloat32> cosineSimilarity(CosineSimilarity loss) {
    return tf.math.neg(cosine());
  }

  /** The cosine similarity of output and label. */
  Operand<TFloat32> cosine() {
    return sumOfLast(tf.math.mul(unit(target), unit(output)));
  }

  private Operand<TFloat32> unit(Operand<TFloat32> x) {
    Operand<TFloat32> squares =
        tf.reduceSum(tf.math.square(x), lastAxis(), ReduceSum.keepDims(true));
    return tf.math.mul(x, tf.math.minimum(tf.math.rsqrt(squares), tf.constant(1 / EPSILON)));
  }

  @Override
  public Operand<TFloat32> dice(Dice loss) {
    Operand<TFloat32> both = Reduction.sum(tf, tf.math.mul(target, output));
    Operand<TFloat32> all = tf.math.add(Reduction.sum(tf, target), Reduction.sum(tf, output));
    return oneWithout(tf.math.mul(tf.constant(2f), both), tf.math.add(all, tf.constant(EPSILON)));
  }

  @Override
  public Operand<TFloat32> hinge(Hinge loss) {
    return margins();
  }

  @Override
  public Operand<TFloat32> huber(Huber loss) {
    Operand<TFloat32> delta = constant(loss.delta());
    Operand<TFloat32> error = tf.math.sub(output, target);
    Operand<TFloat32> size = tf.math.abs(error);
    Operand<TFloat32> half = tf.constant(0.5f);
    return tf.select(
        tf.math.lessEqual(size, delta),
        tf.math.mul(half, tf.math.square(error)),
        tf.math.sub(tf.math.mul(delta, size), constant(0.5 * loss.delta() * loss.delta())));
  }

  @Override
  public Operand<TFloat32> klDivergence(KLDivergence loss) {
    Operand<TFloat32> expected = clip(target);
    return sumOfLast(tf.math.mul(expected, tf.math.log(tf.math.div(expected, clip(output)))));
  }

  private Operand<TFloat32> clip(Operand<TFloat32> x) {
    return tf.clipByValue(x, tf.constant(EPSILON), tf.constant(1f));
  }

  @Override
  public Operand<TFloat32> logCosh(LogCosh loss) {
    return logCosh();
  }

  /** {@code log(cosh(error))}, which cannot overflow. */
  Operand<TFloat32> logCosh() {
    Operand<TFloat32> error = tf.math.sub(output, target);
    return tf.math.sub(
        tf.math.add(error, tf.math.softplus(tf.math.mul(error, tf.constant(-2f)))),
        constant(Math.log(2)));
  }

  @Override
  public Operand<TFloat32> meanAbsoluteError(MeanAbsoluteError loss) {
    return tf.math.abs(tf.math.sub(target, output));
  }

  @Override
  public Operand<TFloat32> meanAbsolutePercentageError(MeanAbsolutePercentageError loss) {
    Operand<TFloat32> size = tf.math.maximum(tf.math.abs(target), tf.constant(EPSILON));
    return tf.math.mul(
        tf.constant(100f), tf.math.abs(tf.math.div(tf.math.sub(target, output), size)));
  }

  @Override
  public Operand<TFloat32> meanSquaredError(MeanSquaredError loss) {
    return squaredError();
  }

  /** The squared error of each output. */
  Operand<TFloat32> squaredError() {
    return tf.math.squaredDifference(output, target);
  }

  @Override
  public Operand<TFloat32> meanSquaredLogarithmicError(MeanSquaredLogarithmicError loss) {
    return tf.math.squaredDifference(logOfNext(output), logOfNext(target));
  }

  private Operand<TFloat32> logOfNext(Operand<TFloat32> x) {
    return tf.math.log(tf.math.add(tf.math.maximum(x, tf.constant(EPSILON)), tf.constant(1f)));
  }

  @Override
  public Operand<TFloat32> poisson(Poisson loss) {
    return tf.math.sub(
        output, tf.math.mul(target, tf.math.log(tf.math.add(output, tf.constant(EPSILON)))));
  }

  @Override
  public Operand<TFloat32> squaredHinge(SquaredHinge loss) {
    return tf.math.square(margins());
  }

  /**
   * The hinge {@code max(1 - label · output, 0)}; labels that are all 0 or 1 are mapped to -1 and
   * 1.
   */
  private Operand<TFloat32> margins() {
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TBool> isBit =
        tf.math.logicalOr(tf.math.equal(target, tf.constant(0f)), tf.math.equal(target, one));
    Operand<TBool> areBits =
        tf.reduceAll(tf.reshape(isBit, tf.constant(new int[] {-1})), tf.constant(0));
    Operand<TFloat32> sides =
        tf.select(areBits, tf.math.sub(tf.math.mul(tf.constant(2f), target), one), target);
    return atLeastZero(tf.math.sub(one, tf.math.mul(sides, output)));
  }

  @Override
  public Operand<TFloat32> tversky(Tversky loss) {
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> both = Reduction.sum(tf, tf.math.mul(target, output));
    Operand<TFloat32> labeled = Reduction.sum(tf, tf.math.mul(target, tf.math.sub(one, output)));
    Operand<TFloat32> predicted = Reduction.sum(tf, tf.math.mul(tf.math.sub(one, target), output));
    Operand<TFloat32> wrong =
        tf.math.add(
            tf.math.mul(labeled, constant(loss.alpha())),
            tf.math.mul(predicted, constant(loss.beta())));
    return oneWithout(both, tf.math.add(tf.math.add(both, wrong), tf.constant(EPSILON)));
  }

  private Operand<TFloat32> oneWithout(Operand<TFloat32> part, Operand<TFloat32> whole) {
    return tf.math.sub(tf.constant(1f), tf.math.div(part, whole));
  }

  private Operand<TFloat32> atLeastZero(Operand<TFloat32> x) {
    return tf.math.maximum(x, tf.constant(0f));
  }

  private Operand<TFloat32> sumOfLast(Operand<TFloat32> each) {
    return tf.reduceSum(each, lastAxis());
  }

  private Operand<TFloat32> constant(double value) {
    return tf.constant((float) value);
  }

  private Operand<TInt32> lastAxis() {
    return tf.constant(-1);
  }
}
