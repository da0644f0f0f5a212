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
 * A simple recurrent layer, whose output is fed back as the hidden state: {@code activation(x ·
 * kernel + h · recurrentKernel + bias)}, with the previous output {@code h}.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, kernel {@code [features, units]}, recurrent
 * kernel {@code [units, units]}, bias {@code [units]}, output {@code [batch, units]}, or {@code
 * [batch, steps, units]} with {@code returnSequences}.
 *
 * <p>Source: {@code keras/src/layers/rnn/simple_rnn.py}, Keras 3.15.
 *
 * @param units the size of the hidden state and of the output, at least 1
 * @param activation the activation function
 * @param useBias whether to add a bias
 * @param kernelInitializer the initializer of the kernel
 * @param recurrentInitializer the initializer of the recurrent kernel
 * @param biasInitializer the initializer of the bias
 * @param kernelRegularizer the regularizer of the kernel; null for none
 * @param recurrentRegularizer the regularizer of the recurrent kernel; null for none
 * @param biasRegularizer the regularizer of the bias; null for none
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
 * @param <O> the rank of the output: {@link FeatureVector}, or {@link Sequence} with {@code
 *     returnSequences}
 */
public record SimpleRNN<O extends Rank>(
    int units,
    ActivationFunction activation,
    boolean useBias,
    Initializer kernelInitializer,
    Initializer recurrentInitializer,
    Initializer biasInitializer,
    @Nullable Regularizer kernelRegularizer,
    @Nullable Regularizer recurrentRegularizer,
    @Nullable Regularizer biasRegularizer,
    @Nullable Constraint kernelConstraint,
    @Nullable Constraint recurrentConstraint,
    @Nullable Constraint biasConstraint,
    double dropout,
    double recurrentDropout,
    @Nullable Long seed,
    boolean returnSequences,
    boolean goBackwards)
    implements Recurrent<O> {

  public SimpleRNN {
    Arguments.requirePositive("units", units);
    Arguments.requireFraction("dropout", dropout);
    Arguments.requireFraction("recurrentDropout", recurrentDropout);
  }

  /**
   * Creates a simple recurrent layer that returns the last output.
   *
   * @param units the size of the hidden state and of the output, at least 1
   */
  public static SimpleRNN<FeatureVector> of(int units) {
    return new SimpleRNN<>(
        units,
        ActivationFunction.TANH,
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
        0,
        0,
        null,
        false,
        false);
  }

  /** Sets the activation function; defaults to {@link ActivationFunction#TANH}. */
  public SimpleRNN<O> activation(ActivationFunction activation) {
    return with(draft -> draft.activation = activation);
  }

  /** Sets whether to add a bias; defaults to true. */
  public SimpleRNN<O> useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets the initializer of the kernel; defaults to {@link GlorotUniform}. */
  public SimpleRNN<O> kernelInitializer(Initializer kernelInitializer) {
    return with(draft -> draft.kernelInitializer = kernelInitializer);
  }

  /** Sets the initializer of the recurrent kernel; defaults to {@link Orthogonal}. */
  public SimpleRNN<O> recurrentInitializer(Initializer recurrentInitializer) {
    return with(draft -> draft.recurrentInitializer = recurrentInitializer);
  }

  /** Sets the initializer of the bias; defaults to {@link Zeros}. */
  public SimpleRNN<O> biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets the regularizer of the kernel; none by default. */
  public SimpleRNN<O> kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return with(draft -> draft.kernelRegularizer = kernelRegularizer);
  }

  /** Sets the regularizer of the recurrent kernel; none by default. */
  public SimpleRNN<O> recurrentRegularizer(@Nullable Regularizer recurrentRegularizer) {
    return with(draft -> draft.recurrentRegularizer = recurrentRegularizer);
  }

  /** Sets the regularizer of the bias; none by default. */
  public SimpleRNN<O> biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets the constraint on the kernel; none by default. */
  public SimpleRNN<O> kernelConstraint(@Nullable Constraint kernelConstraint) {
    return with(draft -> draft.kernelConstraint = kernelConstraint);
  }

  /** Sets the constraint on the recurrent kernel; none by default. */
  public SimpleRNN<O> recurrentConstraint(@Nullable Constraint recurrentConstraint) {
    return with(draft -> draft.recurrentConstraint = recurrentConstraint);
  }

  /** Sets the constraint on the bias; none by default. */
  public SimpleRNN<O> biasConstraint(@Nullable Constraint biasConstraint) {
    return with(draft -> draft.biasConstraint = biasConstraint);
  }

  /** Sets the fraction of the inputs to drop during training; defaults to 0. */
  public SimpleRNN<O> dropout(double dropout) {
    return with(draft -> draft.dropout = dropout);
  }

  /** Sets the fraction of the hidden state to drop during training; defaults to 0. */
  public SimpleRNN<O> recurrentDropout(double recurrentDropout) {
    return with(draft -> draft.recurrentDropout = recurrentDropout);
  }

  /** Sets the seed. */
  public SimpleRNN<O> seed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  /**
   * Returns the outputs of all timesteps; by default, only the last one.
   *
   * @param returnSequences true, as the option changes the rank of the output
   * @throws IllegalArgumentException if it is false
   */
  public SimpleRNN<Sequence> returnSequences(boolean returnSequences) {
    Arguments.requireTrue("returnSequences", returnSequences);
    return with(draft -> draft.returnSequences = true);
  }

  @Override
  public SimpleRNN<O> goBackwards(boolean goBackwards) {
    return with(draft -> draft.goBackwards = goBackwards);
  }

  private <P extends Rank> SimpleRNN<P> with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.layer();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sequence = inputs.unrolled();
    List<WeightSpec> weights =
        RecurrentWeights.of(this, inputs, sequence, units, Shape.of(units), biasInitializer);
    Shape output = output(sequence);
    return LayerGeometry.of(output, weights);
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.simpleRNN(this);
  }

  /** A mutable copy of the components. */
  private static final class Draft {
    private final int units;
    private ActivationFunction activation;
    private boolean useBias;
    private Initializer kernelInitializer;
    private Initializer recurrentInitializer;
    private Initializer biasInitializer;
    private @Nullable Regularizer kernelRegularizer;
    private @Nullable Regularizer recurrentRegularizer;
    private @Nullable Regularizer biasRegularizer;
    private @Nullable Constraint kernelConstraint;
    private @Nullable Constraint recurrentConstraint;
    private @Nullable Constraint biasConstraint;
    private double dropout;
    private double recurrentDropout;
    private @Nullable Long seed;
    private boolean returnSequences;
    private boolean goBackwards;

    private Draft(SimpleRNN<?> layer) {
      units = layer.units;
      activation = layer.activation;
      useBias = layer.useBias;
      kernelInitializer = layer.kernelInitializer;
      recurrentInitializer = layer.recurrentInitializer;
      biasInitializer = layer.biasInitializer;
      kernelRegularizer = layer.kernelRegularizer;
      recurrentRegularizer = layer.recurrentRegularizer;
      biasRegularizer = layer.biasRegularizer;
      kernelConstraint = layer.kernelConstraint;
      recurrentConstraint = layer.recurrentConstraint;
      biasConstraint = layer.biasConstraint;
      dropout = layer.dropout;
      recurrentDropout = layer.recurrentDropout;
      seed = layer.seed;
      returnSequences = layer.returnSequences;
      goBackwards = layer.goBackwards;
    }

    private <P extends Rank> SimpleRNN<P> layer() {
      return new SimpleRNN<>(
          units,
          activation,
          useBias,
          kernelInitializer,
          recurrentInitializer,
          biasInitializer,
          kernelRegularizer,
          recurrentRegularizer,
          biasRegularizer,
          kernelConstraint,
          recurrentConstraint,
          biasConstraint,
          dropout,
          recurrentDropout,
          seed,
          returnSequences,
          goBackwards);
    }
  }
}
