package io.rhyton.model.layer;

import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import java.util.Objects;
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
    permits RecurrentSetters {

  /** Returns the size of the hidden state and of the output. */
  int units();

  /** Returns the options that all recurrent layers have. */
  RecurrentOptions options();

  /** Sets these options at once. */
  Recurrent<O> options(RecurrentOptions options);

  /** Returns whether the layer returns the outputs of all timesteps rather than the last one. */
  boolean returnSequences();

  /** Returns the activation function. */
  default ActivationFunction activation() {
    return options().activation();
  }

  /** Returns whether there is a bias. */
  default boolean useBias() {
    return options().useBias();
  }

  /** Returns the fraction of the inputs to drop during training. */
  default double dropout() {
    return options().dropout();
  }

  /** Returns the fraction of the hidden state to drop during training. */
  default double recurrentDropout() {
    return options().recurrentDropout();
  }

  /** Returns the random seed of the dropout; null if it is derived from the seed of the model. */
  default @Nullable Long seed() {
    return options().seed();
  }

  /** Returns whether the sequence is processed from the last timestep to the first. */
  default boolean goBackwards() {
    return options().goBackwards();
  }

  /**
   * Sets whether to process the sequence from the last timestep to the first; with {@code
   * returnSequences}, the outputs are in that order, too. Defaults to false.
   */
  default Recurrent<O> goBackwards(boolean goBackwards) {
    return options(options().goBackwards(goBackwards));
  }

  @Override
  default boolean differsInTraining(boolean trainable) {
    return dropout() > 0 || recurrentDropout() > 0;
  }

  /** Returns the output shape for a batch of sequences. */
  default Shape output(Shape sequence) {
    Objects.requireNonNull(sequence, "sequence");
    return sequence.take(returnSequences() ? 2 : 1).append(units());
  }
}
