package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A gated recurrent unit (GRU): a recurrent layer whose update gate blends the previous hidden
 * state with a candidate state, and whose reset gate controls how much of the previous hidden state
 * enters the candidate.
 *
 * <p>With the input {@code x} and the previous hidden state {@code h}, the update gate {@code z}
 * and the reset gate {@code r} are {@code recurrentActivation(x · kernel + h · recurrentKernel +
 * bias)}, with the first and second third of the weights. With the last third, the candidate state
 * {@code n} is {@code activation(x · kernel + r · (h · recurrentKernel))}, or without {@code
 * resetAfter} {@code activation(x · kernel + (r · h) · recurrentKernel)}, plus bias; the new hidden
 * state, which is the output, is {@code z · h + (1 - z) · n}.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, kernel {@code [features, 3 · units]},
 * recurrent kernel {@code [units, 3 · units]}, bias {@code [2, 3 · units]} for kernel and recurrent
 * kernel, without {@code resetAfter} {@code [3 · units]}, output {@code [batch, units]}, or {@code
 * [batch, steps, units]} with {@code returnSequences}.
 *
 * <p>Source: {@code keras/src/layers/rnn/gru.py}, Keras 3.15; Cho et al., "Learning phrase
 * representations using RNN encoder-decoder for statistical machine translation", EMNLP 2014.
 *
 * @param units the size of the hidden state and of the output, at least 1
 * @param activation the activation function of the candidate state
 * @param recurrentActivation the activation function of the gates
 * @param useBias whether to add a bias
 * @param kernelInitializer the initializer of the kernel
 * @param recurrentInitializer the initializer of the recurrent kernel
 * @param biasInitializer the initializer of the bias
 * @param kernelRegularizer the regularizer of the kernel; null for none
 * @param recurrentRegularizer the regularizer of the recurrent kernel; null for none
 * @param biasRegularizer the regularizer of the bias; null for none
 * @param activityRegularizer the regularizer of the output, divided by the batch size; null for
 *     none
 * @param kernelConstraint the constraint on the kernel; null for none
 * @param recurrentConstraint the constraint on the recurrent kernel; null for none
 * @param biasConstraint the constraint on the bias; null for none
 * @param dropout the fraction of the inputs to drop during training, in [0, 1), with the same mask
 *     at every timestep
 * @param recurrentDropout the fraction of the hidden state to drop during training, in [0, 1), with
 *     the same mask at every timestep
 * @param seed the random seed of the dropout, for a reproducible choice; if null, derived from the
 *     seed of the model
 * @param returnSequences whether to return the outputs of all timesteps rather than the last one
 * @param goBackwards whether to process the sequence from the last timestep to the first
 * @param resetAfter whether to apply the reset gate after the multiplication by the recurrent
 *     kernel, as in cuDNN, rather than before it
 * @param <O> the rank of the output: {@link FeatureVector}, or {@link Sequence} with {@code
 *     returnSequences}
 */
public record GRU<O extends Rank>(
    int units,
    ActivationFunction activation,
    ActivationFunction recurrentActivation,
    boolean useBias,
    Initializer kernelInitializer,
    Initializer recurrentInitializer,
    Initializer biasInitializer,
    @Nullable Regularizer kernelRegularizer,
    @Nullable Regularizer recurrentRegularizer,
    @Nullable Regularizer biasRegularizer,
    @Nullable Regularizer activityRegularizer,
    @Nullable Constraint kernelConstraint,
    @Nullable Constraint recurrentConstraint,
    @Nullable Constraint biasConstraint,
    double dropout,
    double recurrentDropout,
    @Nullable Long seed,
    boolean returnSequences,
    boolean goBackwards,
    boolean resetAfter)
    implements Recurrent<O> {

  public GRU {
    Arguments.requirePositive("units", units);
    Arguments.requireFraction("dropout", dropout);
    Arguments.requireFraction("recurrentDropout", recurrentDropout);
  }

  /**
   * Creates a GRU that returns the last output.
   *
   * @param units the size of the hidden state and of the output, at least 1
   */
  public static GRU<FeatureVector> of(int units) {
    return new GRU<>(
        units,
        ActivationFunction.TANH,
        ActivationFunction.SIGMOID,
        true,
        GlorotUniform.of(),
        Orthogonal.of(),
        Zeros.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        0,
        null,
        false,
        false,
        true);
  }

  /** Sets the activation function; defaults to {@link ActivationFunction#TANH}. */
  public GRU<O> activation(ActivationFunction activation) {
    return with(draft -> draft.activation = activation);
  }

  /** Sets the activation function of the gates; defaults to {@link ActivationFunction#SIGMOID}. */
  public GRU<O> recurrentActivation(ActivationFunction recurrentActivation) {
    return with(draft -> draft.recurrentActivation = recurrentActivation);
  }

  /** Sets whether to add a bias; defaults to true. */
  public GRU<O> useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets the initializer of the kernel; defaults to {@link GlorotUniform}. */
  public GRU<O> kernelInitializer(Initializer kernelInitializer) {
    return with(draft -> draft.kernelInitializer = kernelInitializer);
  }

  /** Sets the initializer of the recurrent kernel; defaults to {@link Orthogonal}. */
  public GRU<O> recurrentInitializer(Initializer recurrentInitializer) {
    return with(draft -> draft.recurrentInitializer = recurrentInitializer);
  }

  /** Sets the initializer of the bias; defaults to {@link Zeros}. */
  public GRU<O> biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets the regularizer of the kernel; none by default. */
  public GRU<O> kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return with(draft -> draft.kernelRegularizer = kernelRegularizer);
  }

  /** Sets the regularizer of the recurrent kernel; none by default. */
  public GRU<O> recurrentRegularizer(@Nullable Regularizer recurrentRegularizer) {
    return with(draft -> draft.recurrentRegularizer = recurrentRegularizer);
  }

  /** Sets the regularizer of the bias; none by default. */
  public GRU<O> biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets the regularizer of the output; none by default. */
  public GRU<O> activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return with(draft -> draft.activityRegularizer = activityRegularizer);
  }

  /** Sets the constraint on the kernel; none by default. */
  public GRU<O> kernelConstraint(@Nullable Constraint kernelConstraint) {
    return with(draft -> draft.kernelConstraint = kernelConstraint);
  }

  /** Sets the constraint on the recurrent kernel; none by default. */
  public GRU<O> recurrentConstraint(@Nullable Constraint recurrentConstraint) {
    return with(draft -> draft.recurrentConstraint = recurrentConstraint);
  }

  /** Sets the constraint on the bias; none by default. */
  public GRU<O> biasConstraint(@Nullable Constraint biasConstraint) {
    return with(draft -> draft.biasConstraint = biasConstraint);
  }

  /** Sets the fraction of the inputs to drop during training; defaults to 0. */
  public GRU<O> dropout(double dropout) {
    return with(draft -> draft.dropout = dropout);
  }

  /** Sets the fraction of the hidden state to drop during training; defaults to 0. */
  public GRU<O> recurrentDropout(double recurrentDropout) {
    return with(draft -> draft.recurrentDropout = recurrentDropout);
  }

  /** Sets the seed. */
  public GRU<O> seed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  /**
   * Returns the outputs of all timesteps; by default, only the last one.
   *
   * @param returnSequences true, as the option changes the rank of the output
   * @throws IllegalArgumentException if it is false
   */
  public GRU<Sequence> returnSequences(boolean returnSequences) {
    Arguments.requireTrue("returnSequences", returnSequences);
    return with(draft -> draft.returnSequences = true);
  }

  @Override
  public GRU<O> goBackwards(boolean goBackwards) {
    return with(draft -> draft.goBackwards = goBackwards);
  }

  /**
   * Sets whether to apply the reset gate after the multiplication by the recurrent kernel; defaults
   * to true.
   */
  public GRU<O> resetAfter(boolean resetAfter) {
    return with(draft -> draft.resetAfter = resetAfter);
  }

  private <P extends Rank> GRU<P> with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.layer();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sequence = inputs.unrolled();
    Shape bias = Shape.of(3L * units);
    List<WeightSpec> weights =
        RecurrentWeights.of(
            this,
            inputs,
            sequence,
            3L * units,
            resetAfter ? bias.prepend(2) : bias,
            biasInitializer);
    Shape output = output(sequence);
    inputs.requireTaken(activityRegularizer, "output", output);
    return LayerGeometry.of(output, weights);
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.gru(this);
  }

  /** A mutable copy of the components. */
  private static final class Draft {
    private final int units;
    private ActivationFunction activation;
    private ActivationFunction recurrentActivation;
    private boolean useBias;
    private Initializer kernelInitializer;
    private Initializer recurrentInitializer;
    private Initializer biasInitializer;
    private @Nullable Regularizer kernelRegularizer;
    private @Nullable Regularizer recurrentRegularizer;
    private @Nullable Regularizer biasRegularizer;
    private @Nullable Regularizer activityRegularizer;
    private @Nullable Constraint kernelConstraint;
    private @Nullable Constraint recurrentConstraint;
    private @Nullable Constraint biasConstraint;
    private double dropout;
    private double recurrentDropout;
    private @Nullable Long seed;
    private boolean returnSequences;
    private boolean goBackwards;
    private boolean resetAfter;

    private Draft(GRU<?> layer) {
      units = layer.units;
      activation = layer.activation;
      recurrentActivation = layer.recurrentActivation;
      useBias = layer.useBias;
      kernelInitializer = layer.kernelInitializer;
      recurrentInitializer = layer.recurrentInitializer;
      biasInitializer = layer.biasInitializer;
      kernelRegularizer = layer.kernelRegularizer;
      recurrentRegularizer = layer.recurrentRegularizer;
      biasRegularizer = layer.biasRegularizer;
      activityRegularizer = layer.activityRegularizer;
      kernelConstraint = layer.kernelConstraint;
      recurrentConstraint = layer.recurrentConstraint;
      biasConstraint = layer.biasConstraint;
      dropout = layer.dropout;
      recurrentDropout = layer.recurrentDropout;
      seed = layer.seed;
      returnSequences = layer.returnSequences;
      goBackwards = layer.goBackwards;
      resetAfter = layer.resetAfter;
    }

    private <P extends Rank> GRU<P> layer() {
      return new GRU<>(
          units,
          activation,
          recurrentActivation,
          useBias,
          kernelInitializer,
          recurrentInitializer,
          biasInitializer,
          kernelRegularizer,
          recurrentRegularizer,
          biasRegularizer,
          activityRegularizer,
          kernelConstraint,
          recurrentConstraint,
          biasConstraint,
          dropout,
          recurrentDropout,
          seed,
          returnSequences,
          goBackwards,
          resetAfter);
    }
  }
}
