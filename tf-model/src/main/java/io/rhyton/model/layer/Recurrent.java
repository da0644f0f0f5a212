package io.rhyton.model.layer;

import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.Vector;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A layer that reads a sequence step by step, and takes a state from one step to the next. It
 * starts with a state of zeros.
 *
 * <p>In the graph it stands once for each step, so its sequences have a length that is known when
 * the model is built.
 *
 * <p>Source: {@code keras/src/layers/rnn/rnn.py}, Keras 3.15.
 *
 * @param <O> what it makes: a {@link Vector}, or a {@link Sequence} with {@code returnSequences}
 */
public sealed interface Recurrent<O extends Rank> extends Mapping<Sequence, O>
    permits GRU, LSTM, SimpleRNN {

  /** Values in the state and in the output. */
  int units();

  /** Whether a bias is added. */
  boolean useBias();

  /** How the kernel starts. */
  Initializer kernelInitializer();

  /** How the recurrent kernel starts. */
  Initializer recurrentInitializer();

  /** What the kernel adds to the loss. */
  @Nullable Regularizer kernelRegularizer();

  /** What the recurrent kernel adds to the loss. */
  @Nullable Regularizer recurrentRegularizer();

  /** What the bias adds to the loss. */
  @Nullable Regularizer biasRegularizer();

  /** What the kernel is brought back to after every step. */
  @Nullable Constraint kernelConstraint();

  /** What the recurrent kernel is brought back to after every step. */
  @Nullable Constraint recurrentConstraint();

  /** What the bias is brought back to after every step. */
  @Nullable Constraint biasConstraint();

  /** Whether the output is that of every step, not of the last alone. */
  boolean returnSequences();

  /** Whether the steps are taken from the last to the first. */
  boolean goBackwards();

  /**
   * Sets whether the steps are taken from the last to the first, and with {@code returnSequences}
   * returned in that order too; false unless set.
   */
  Recurrent<O> goBackwards(boolean goBackwards);

  /** The share of the inputs that training sets to 0. */
  double dropout();

  /** The share of the state that training sets to 0. */
  double recurrentDropout();

  /** The seed of what training sets to 0; null if it comes from the model's. */
  @Nullable Long seed();

  @Override
  default boolean differsInTraining(boolean trainable) {
    return dropout() > 0 || recurrentDropout() > 0;
  }

  /** The output for a batch of sequences. */
  default Shape output(Shape sequence) {
    return sequence.take(returnSequences() ? 2 : 1).append(units());
  }
}
