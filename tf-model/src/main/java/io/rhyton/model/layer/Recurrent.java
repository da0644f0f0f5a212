package io.rhyton.model.layer;

import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A recurrent layer, which processes a sequence timestep by timestep and carries a state from one
 * to the next. The initial state is zero.
 *
 * <p>The recurrence is unrolled over timesteps, so the length of the sequences is known when the
 * model is built.
 *
 * <p>Source: {@code keras/src/layers/rnn/rnn.py}, Keras 3.15.
 *
 * @param <O> the rank of the output: {@link FeatureVector}, or {@link Sequence} with {@code
 *     returnSequences}
 */
public sealed interface Recurrent<O extends Rank> extends RankMapping<Sequence, O>
    permits GRU, LSTM, SimpleRNN {

  /** Returns the size of the hidden state and of the output. */
  int units();

  /** Returns whether there is a bias. */
  boolean useBias();

  /** Returns the initializer of the kernel. */
  Initializer kernelInitializer();

  /** Returns the initializer of the recurrent kernel. */
  Initializer recurrentInitializer();

  /** Returns the regularizer of the kernel, or null. */
  @Nullable Regularizer kernelRegularizer();

  /** Returns the regularizer of the recurrent kernel, or null. */
  @Nullable Regularizer recurrentRegularizer();

  /** Returns the regularizer of the bias, or null. */
  @Nullable Regularizer biasRegularizer();

  /** Returns the constraint on the kernel, or null. */
  @Nullable Constraint kernelConstraint();

  /** Returns the constraint on the recurrent kernel, or null. */
  @Nullable Constraint recurrentConstraint();

  /** Returns the constraint on the bias, or null. */
  @Nullable Constraint biasConstraint();

  /** Returns whether the layer returns the outputs of all timesteps rather than the last one. */
  boolean returnSequences();

  /** Returns whether the sequence is processed from the last timestep to the first. */
  boolean goBackwards();

  /**
   * Sets whether to process the sequence from the last timestep to the first; with {@code
   * returnSequences}, the outputs are in that order, too. Defaults to false.
   */
  Recurrent<O> goBackwards(boolean goBackwards);

  /** Returns the fraction of the inputs to drop during training. */
  double dropout();

  /** Returns the fraction of the hidden state to drop during training. */
  double recurrentDropout();

  /** Returns the random seed of the dropout; null if it is derived from the seed of the model. */
  @Nullable Long seed();

  @Override
  default boolean differsInTraining(boolean trainable) {
    return dropout() > 0 || recurrentDropout() > 0;
  }

  /** Returns the output shape for a batch of sequences. */
  default Shape output(Shape sequence) {
    return sequence.take(returnSequences() ? 2 : 1).append(units());
  }
}
