package io.rhyton.graph;

import io.rhyton.model.training.BinaryCrossentropy;
import io.rhyton.model.training.CategoricalCrossentropy;
import io.rhyton.model.training.LossVisitor;
import io.rhyton.model.training.MeanSquaredError;
import io.rhyton.model.training.SparseCategoricalCrossentropy;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The loss of every row of the output: of every sample, {@code [batch]}, or of every place in it.
 *
 * <p>Sparse cross-entropy goes through one-hot labels, because TensorFlow's own sparse op has no
 * gradient in C++. Source: {@code keras/src/backend/tensorflow/nn.py}, Keras 3.15.
 */
final class LossOps implements LossVisitor<Operand<TFloat32>> {
  /** How near to 0 and 1 Keras lets a probability come. */
  private static final float EPSILON = 1e-7f;

  private final Ops tf;
  private final Emission prediction;
  private final Labels labels;

  LossOps(Ops tf, Emission prediction, Labels labels) {
    this.tf = tf;
    this.prediction = prediction;
    this.labels = labels;
  }

  @Override
  public Operand<TFloat32> categoricalCrossentropy(CategoricalCrossentropy loss) {
    Operand<TFloat32> logits = logits(loss.fromLogits());
    if (logits != null) {
      return softmaxCrossentropy(logits);
    }
    Operand<TFloat32> output = prediction.output();
    Operand<TFloat32> share = tf.math.div(output, tf.reduceSum(output, lastAxis(), keepDims()));
    return tf.math.neg(
        tf.reduceSum(tf.math.mul(labels.rows(), tf.math.log(clip(share))), lastAxis()));
  }

  @Override
  public Operand<TFloat32> sparseCategoricalCrossentropy(SparseCategoricalCrossentropy loss) {
    Operand<TFloat32> logits = logits(loss.fromLogits());
    return softmaxCrossentropy(logits != null ? logits : tf.math.log(clip(prediction.output())));
  }

  @Override
  public Operand<TFloat32> binaryCrossentropy(BinaryCrossentropy loss) {
    Operand<TFloat32> logits = logits(loss.fromLogits());
    Operand<TFloat32> each =
        logits != null
            ? sigmoidCrossentropy(logits)
            : probabilityCrossentropy(clip(prediction.output()));
    return tf.math.mean(each, lastAxis());
  }

  @Override
  public Operand<TFloat32> meanSquaredError(MeanSquaredError loss) {
    return tf.math.mean(tf.math.squaredDifference(prediction.output(), labels.rows()), lastAxis());
  }

  /**
   * What to compute the loss from, or null if there are only probabilities. As in Keras, the values
   * before a softmax or sigmoid are taken whichever of the two the loss is made for, and even where
   * the model's output is called a logit.
   */
  private @Nullable Operand<TFloat32> logits(boolean fromLogits) {
    return switch (prediction.activation()) {
      case SOFTMAX, SIGMOID -> prediction.beforeActivation();
      default -> fromLogits ? prediction.output() : null;
    };
  }

  private Operand<TFloat32> softmaxCrossentropy(Operand<TFloat32> logits) {
    Shape shape = labels.shape();
    if (shape.numDimensions() == 2) {
      return tf.nn.softmaxCrossEntropyWithLogits(logits, labels.rows()).loss();
    }
    // TensorFlow's op takes one row a sample.
    Operand<TInt32> rows = tf.constant(new int[] {-1, (int) shape.get(shape.numDimensions() - 1)});
    return tf.reshape(
        tf.nn
            .softmaxCrossEntropyWithLogits(
                tf.reshape(logits, rows), tf.reshape(labels.rows(), rows))
            .loss(),
        tf.slice(
            tf.shape(logits),
            tf.constant(new int[] {0}),
            tf.constant(new int[] {shape.numDimensions() - 1})));
  }

  /**
   * {@code max(x, 0) - x · label + log(1 + exp(-|x|))}, which cannot overflow. Not by relu and abs:
   * both have gradient 0 at 0, where that of the sum is {@code 0.5 - label}.
   */
  private Operand<TFloat32> sigmoidCrossentropy(Operand<TFloat32> x) {
    Operand<TFloat32> zero = tf.constant(0f);
    Operand<TBool> positive = tf.math.greaterEqual(x, zero);
    Operand<TFloat32> magnitude = tf.select(positive, x, tf.math.neg(x));
    return tf.math.add(
        tf.math.sub(tf.select(positive, x, zero), tf.math.mul(x, labels.rows())),
        tf.math.log1p(tf.math.exp(tf.math.neg(magnitude))));
  }

  private Operand<TFloat32> probabilityCrossentropy(Operand<TFloat32> p) {
    Operand<TFloat32> one = tf.constant(1f);
    return tf.math.neg(
        tf.math.add(
            tf.math.mul(labels.rows(), tf.math.log(p)),
            tf.math.mul(tf.math.sub(one, labels.rows()), tf.math.log(tf.math.sub(one, p)))));
  }

  private Operand<TFloat32> clip(Operand<TFloat32> probability) {
    return tf.clipByValue(probability, tf.constant(EPSILON), tf.constant(1 - EPSILON));
  }

  private Operand<TInt32> lastAxis() {
    return tf.constant(-1);
  }

  private static ReduceSum.Options keepDims() {
    return ReduceSum.keepDims(true);
  }
}
