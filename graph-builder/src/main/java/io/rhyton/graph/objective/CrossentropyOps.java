package io.rhyton.graph.objective;

import io.rhyton.graph.layer.LayerOutputTensor;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.BinaryFocalCrossentropy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.CategoricalFocalCrossentropy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Emits cross-entropies, one value per sample or per position within a sample.
 *
 * <p>Sparse cross-entropy uses one-hot labels, because TensorFlow's sparse op has no C++ gradient;
 * the dense op has a correct gradient for rank 2 only. Source: {@code
 * keras/src/backend/tensorflow/nn.py}, Keras 3.15.
 */
final class CrossentropyOps {
  /** The distance from 0 and 1 to which Keras clips probabilities. */
  private static final float EPSILON = 1e-7f;

  private final Ops tf;
  private final LayerOutputTensor prediction;
  private final Labels labels;

  CrossentropyOps(Ops tf, LayerOutputTensor prediction, Labels labels) {
    this.tf = tf;
    this.prediction = prediction;
    this.labels = labels;
  }

  Operand<TFloat32> categorical(CategoricalCrossentropy loss) {
    Operand<TFloat32> target = spread(loss.labelSmoothing(), 1.0 / classes());
    Operand<TFloat32> logits = logits(loss.fromLogits());
    return logits != null
        ? softmaxCrossentropy(logits, target)
        : tf.math.neg(sumOfLast(tf.math.mul(target, tf.math.log(clip(shares())))));
  }

  Operand<TFloat32> sparse(SparseCategoricalCrossentropy loss) {
    Integer ignored = loss.ignoreClass();
    if (ignored != null) {
      return withoutClass(ignored, loss.fromLogits());
    }
    Operand<TFloat32> logits = logits(loss.fromLogits());
    return softmaxCrossentropy(
        logits != null ? logits : tf.math.log(clip(prediction.output())), labels.rows());
  }

  /** 1 where the label is not the ignored class, 0 elsewhere. */
  Operand<TFloat32> counted(int ignored) {
    return tf.dtypes.cast(isCounted(ignored), TFloat32.class);
  }

  private Operand<TBool> isCounted(int ignored) {
    return tf.math.notEqual(labels.numbers(tf), tf.constant((long) ignored));
  }

  /**
   * Sets the outputs of ignored labels to 0 as Keras does, so that, as in Keras, the logits behind
   * them are not used.
   */
  private Operand<TFloat32> withoutClass(int ignored, boolean fromLogits) {
    Operand<TBool> counted = isCounted(ignored);
    Operand<TFloat32> zero = tf.constant(0f);
    Operand<TFloat32> output =
        tf.select(tf.expandDims(counted, lastAxis()), prediction.output(), zero);
    Operand<TFloat32> each =
        softmaxCrossentropy(fromLogits ? output : tf.math.log(clip(output)), labels.rows());
    Operand<TInt32> flat = tf.constant(new int[] {-1});
    return tf.select(tf.reshape(counted, flat), each, zero);
  }

  Operand<TFloat32> binary(BinaryCrossentropy loss) {
    Operand<TFloat32> target = spread(loss.labelSmoothing(), 0.5);
    Operand<TFloat32> logits = logits(loss.fromLogits());
    return logits != null
        ? sigmoidCrossentropy(logits, target)
        : probabilityCrossentropy(clip(prediction.output()), target);
  }

  Operand<TFloat32> binaryFocal(BinaryFocalCrossentropy loss) {
    Operand<TFloat32> target = spread(loss.labelSmoothing(), 0.5);
    Operand<TFloat32> output = prediction.output();
    Operand<TFloat32> p = loss.fromLogits() ? tf.math.sigmoid(output) : output;
    Operand<TFloat32> logits = loss.fromLogits() ? output : logits(false);
    Operand<TFloat32> each =
        logits != null
            ? sigmoidCrossentropy(logits, target)
            : probabilityCrossentropy(clip(p), target);
    Operand<TFloat32> focal = tf.math.mul(unlikely(either(target, p, not(p)), loss.gamma()), each);
    return loss.applyClassBalancing()
        ? tf.math.mul(either(target, constant(loss.alpha()), constant(1 - loss.alpha())), focal)
        : focal;
  }

  Operand<TFloat32> categoricalFocal(CategoricalFocalCrossentropy loss) {
    Operand<TFloat32> target = spread(loss.labelSmoothing(), 1.0 / classes());
    Operand<TFloat32> output = prediction.output();
    Operand<TFloat32> p = clip(shares(loss.fromLogits() ? tf.nn.softmax(output) : output));
    Operand<TFloat32> weight = tf.math.mul(unlikely(p, loss.gamma()), constant(loss.alpha()));
    Operand<TFloat32> each = tf.math.mul(tf.math.neg(target), tf.math.log(p));
    return sumOfLast(tf.math.mul(weight, each));
  }

  /**
   * The logits to compute a loss from, or null if there are only probabilities. As in Keras, the
   * input of a softmax or sigmoid is used regardless of which of the two the loss expects, and even
   * if {@code fromLogits} is set.
   */
  private @Nullable Operand<TFloat32> logits(boolean fromLogits) {
    return switch (prediction.activation()) {
      case SOFTMAX, SIGMOID -> prediction.beforeActivation();
      default -> fromLogits ? prediction.output() : null;
    };
  }

  private Operand<TFloat32> softmaxCrossentropy(
      Operand<TFloat32> logits, Operand<TFloat32> target) {
    if (labels.shape().numDimensions() == 2) {
      return tf.nn.softmaxCrossEntropyWithLogits(logits, target).loss();
    }
    Operand<TInt32> rows = tf.constant(new int[] {-1, (int) classes()});
    return tf.nn
        .softmaxCrossEntropyWithLogits(tf.reshape(logits, rows), tf.reshape(target, rows))
        .loss();
  }

  /**
   * {@code max(x, 0) - x · label + log(1 + exp(-|x|))}, which cannot overflow. It avoids relu and
   * abs: both have gradient 0 at 0, where that of the sum is {@code 0.5 - label}.
   */
  private Operand<TFloat32> sigmoidCrossentropy(Operand<TFloat32> x, Operand<TFloat32> target) {
    Operand<TFloat32> zero = tf.constant(0f);
    Operand<TBool> positive = tf.math.greaterEqual(x, zero);
    Operand<TFloat32> magnitude = tf.select(positive, x, tf.math.neg(x));
    return tf.math.add(
        tf.math.sub(tf.select(positive, x, zero), tf.math.mul(x, target)),
        tf.math.log1p(tf.math.exp(tf.math.neg(magnitude))));
  }

  private Operand<TFloat32> probabilityCrossentropy(Operand<TFloat32> p, Operand<TFloat32> target) {
    return tf.math.neg(either(target, tf.math.log(p), tf.math.log(not(p))));
  }

  /** {@code target · one + (1 - target) · other}. */
  private Operand<TFloat32> either(
      Operand<TFloat32> target, Operand<TFloat32> one, Operand<TFloat32> other) {
    return tf.math.add(tf.math.mul(target, one), tf.math.mul(not(target), other));
  }

  private Operand<TFloat32> unlikely(Operand<TFloat32> p, double gamma) {
    return tf.math.pow(not(p), constant(gamma));
  }

  private Operand<TFloat32> not(Operand<TFloat32> p) {
    return tf.math.sub(tf.constant(1f), p);
  }

  /** The labels after label smoothing. */
  private Operand<TFloat32> spread(double smoothing, double share) {
    return smoothing == 0
        ? labels.rows()
        : tf.math.add(
            tf.math.mul(labels.rows(), constant(1 - smoothing)), constant(smoothing * share));
  }

  private Operand<TFloat32> shares() {
    return shares(prediction.output());
  }

  private Operand<TFloat32> shares(Operand<TFloat32> output) {
    return tf.math.div(output, tf.reduceSum(output, lastAxis(), ReduceSum.keepDims(true)));
  }

  private Operand<TFloat32> sumOfLast(Operand<TFloat32> each) {
    return tf.reduceSum(each, lastAxis());
  }

  private long classes() {
    Shape shape = labels.shape();
    return shape.get(shape.numDimensions() - 1);
  }

  private Operand<TFloat32> clip(Operand<TFloat32> probability) {
    return tf.clipByValue(probability, tf.constant(EPSILON), tf.constant(1 - EPSILON));
  }

  private Operand<TFloat32> constant(double value) {
    return tf.constant((float) value);
  }

  private Operand<TInt32> lastAxis() {
    return tf.constant(-1);
  }
}
