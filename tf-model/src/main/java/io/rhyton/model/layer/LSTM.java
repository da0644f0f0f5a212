package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.Vector;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.UnitForgetBias;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A layer with a long short-term memory: beside its output it carries a state from step to step,
 * and gates say what of it is forgotten, renewed and shown.
 *
 * <p>With {@code x} the input, {@code h} the output and {@code c} the state of the step before, and
 * {@code z} the four parts of {@code x · kernel + h · recurrentKernel + bias}: input gate {@code
 * i}, forget gate {@code f} and output gate {@code o} are {@code recurrentActivation(z)} of the
 * first, second and fourth part; the new state is {@code f · c + i · activation(z)} with the third,
 * the new output {@code o · activation(c)}.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, kernel {@code [features, 4 · units]},
 * recurrent kernel {@code [units, 4 · units]}, bias {@code [4 · units]}, output {@code [batch,
 * units]}, or {@code [batch, steps, units]} with {@code returnSequences}.
 *
 * <p>Source: {@code keras/src/layers/rnn/lstm.py}, Keras 3.15; Hochreiter and Schmidhuber, "Long
 * short-term memory", Neural Computation 9, 1997.
 *
 * @param units values in the state and in the output, at least 1
 * @param activation applied to the new part of the state, and to the state that is shown
 * @param recurrentActivation applied to the gates
 * @param useBias whether a bias is added
 * @param kernelInitializer how the kernel starts
 * @param recurrentInitializer how the recurrent kernel starts
 * @param biasInitializer how the bias starts
 * @param unitForgetBias whether the bias of the forget gate starts with ones
 * @param kernelRegularizer what the kernel adds to the loss
 * @param recurrentRegularizer what the recurrent kernel adds to the loss
 * @param biasRegularizer what the bias adds to the loss
 * @param activityRegularizer what the output adds to the loss, divided by the batch's size
 * @param kernelConstraint what the kernel is brought back to after every step
 * @param recurrentConstraint what the recurrent kernel is brought back to after every step
 * @param biasConstraint what the bias is brought back to after every step
 * @param dropout the share of the inputs that training sets to 0, in [0, 1); the same ones at every
 *     step of a sequence
 * @param recurrentDropout the share of the state that training sets to 0 before the recurrent
 *     kernel, in [0, 1); the same ones at every step of a sequence
 * @param seed makes the choice of zeros repeatable; without one it comes from the model's seed
 * @param returnSequences whether the output is that of every step, not of the last alone
 * @param goBackwards whether the steps are taken from the last to the first
 * @param <O> what it makes: a {@link Vector}, or a {@link Sequence} with {@code returnSequences}
 */
public record LSTM<O extends Rank>(
    int units,
    ActivationFunction activation,
    ActivationFunction recurrentActivation,
    boolean useBias,
    Initializer kernelInitializer,
    Initializer recurrentInitializer,
    Initializer biasInitializer,
    boolean unitForgetBias,
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
    boolean goBackwards)
    implements Recurrent<O> {

  /** Checks the ranges. */
  public LSTM {
    Arguments.requirePositive("units", units);
    Arguments.requireFraction("dropout", dropout);
    Arguments.requireFraction("recurrentDropout", recurrentDropout);
  }

  /**
   * A long short-term memory that makes its last output.
   *
   * @param units values in the state and in the output, at least 1
   */
  public static LSTM<Vector> of(int units) {
    return new LSTM<>(
        units,
        ActivationFunction.TANH,
        ActivationFunction.SIGMOID,
        true,
        GlorotUniform.of(),
        Orthogonal.of(),
        Zeros.of(),
        true,
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
        false);
  }

  /** Sets the activation; {@link ActivationFunction#TANH} unless set. */
  public LSTM<O> activation(ActivationFunction activation) {
    return with(draft -> draft.activation = activation);
  }

  /** Sets the activation of the gates; {@link ActivationFunction#SIGMOID} unless set. */
  public LSTM<O> recurrentActivation(ActivationFunction recurrentActivation) {
    return with(draft -> draft.recurrentActivation = recurrentActivation);
  }

  /** Sets whether a bias is added; true unless set. */
  public LSTM<O> useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets how the kernel starts; {@link GlorotUniform} unless set. */
  public LSTM<O> kernelInitializer(Initializer kernelInitializer) {
    return with(draft -> draft.kernelInitializer = kernelInitializer);
  }

  /** Sets how the recurrent kernel starts; {@link Orthogonal} unless set. */
  public LSTM<O> recurrentInitializer(Initializer recurrentInitializer) {
    return with(draft -> draft.recurrentInitializer = recurrentInitializer);
  }

  /** Sets how the bias starts; {@link Zeros} unless set. */
  public LSTM<O> biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets whether the bias of the forget gate starts with ones; true unless set. */
  public LSTM<O> unitForgetBias(boolean unitForgetBias) {
    return with(draft -> draft.unitForgetBias = unitForgetBias);
  }

  /** Sets what the kernel adds to the loss; nothing unless set. */
  public LSTM<O> kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return with(draft -> draft.kernelRegularizer = kernelRegularizer);
  }

  /** Sets what the recurrent kernel adds to the loss; nothing unless set. */
  public LSTM<O> recurrentRegularizer(@Nullable Regularizer recurrentRegularizer) {
    return with(draft -> draft.recurrentRegularizer = recurrentRegularizer);
  }

  /** Sets what the bias adds to the loss; nothing unless set. */
  public LSTM<O> biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets what the output adds to the loss; nothing unless set. */
  public LSTM<O> activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return with(draft -> draft.activityRegularizer = activityRegularizer);
  }

  /** Sets what the kernel is brought back to after every step; nothing unless set. */
  public LSTM<O> kernelConstraint(@Nullable Constraint kernelConstraint) {
    return with(draft -> draft.kernelConstraint = kernelConstraint);
  }

  /** Sets what the recurrent kernel is brought back to after every step; nothing unless set. */
  public LSTM<O> recurrentConstraint(@Nullable Constraint recurrentConstraint) {
    return with(draft -> draft.recurrentConstraint = recurrentConstraint);
  }

  /** Sets what the bias is brought back to after every step; nothing unless set. */
  public LSTM<O> biasConstraint(@Nullable Constraint biasConstraint) {
    return with(draft -> draft.biasConstraint = biasConstraint);
  }

  /** Sets the share of the inputs that training sets to 0; none unless set. */
  public LSTM<O> dropout(double dropout) {
    return with(draft -> draft.dropout = dropout);
  }

  /** Sets the share of the state that training sets to 0; none unless set. */
  public LSTM<O> recurrentDropout(double recurrentDropout) {
    return with(draft -> draft.recurrentDropout = recurrentDropout);
  }

  /** Sets the seed. */
  public LSTM<O> seed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  /**
   * Makes the output of every step; that of the last one alone unless set.
   *
   * @param returnSequences true, as the type of the output depends on it
   * @throws IllegalArgumentException if it is false
   */
  public LSTM<Sequence> returnSequences(boolean returnSequences) {
    Arguments.requireTrue("returnSequences", returnSequences);
    return with(draft -> draft.returnSequences = true);
  }

  @Override
  public LSTM<O> goBackwards(boolean goBackwards) {
    return with(draft -> draft.goBackwards = goBackwards);
  }

  private <P extends Rank> LSTM<P> with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.layer();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sequence = inputs.unrolled();
    List<WeightSpec> weights =
        RecurrentWeights.of(
            this,
            inputs,
            sequence,
            4L * units,
            Shape.of(4L * units),
            unitForgetBias ? UnitForgetBias.of(biasInitializer) : biasInitializer);
    Shape output = output(sequence);
    inputs.requireTaken(activityRegularizer, "output", output);
    return LayerGeometry.of(output, weights);
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.lstm(this);
  }

  /** The components while one of them is changed. */
  private static final class Draft {
    private final int units;
    private ActivationFunction activation;
    private ActivationFunction recurrentActivation;
    private boolean useBias;
    private Initializer kernelInitializer;
    private Initializer recurrentInitializer;
    private Initializer biasInitializer;
    private boolean unitForgetBias;
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

    private Draft(LSTM<?> layer) {
      units = layer.units;
      activation = layer.activation;
      recurrentActivation = layer.recurrentActivation;
      useBias = layer.useBias;
      kernelInitializer = layer.kernelInitializer;
      recurrentInitializer = layer.recurrentInitializer;
      biasInitializer = layer.biasInitializer;
      unitForgetBias = layer.unitForgetBias;
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
    }

    private <P extends Rank> LSTM<P> layer() {
      return new LSTM<>(
          units,
          activation,
          recurrentActivation,
          useBias,
          kernelInitializer,
          recurrentInitializer,
          biasInitializer,
          unitForgetBias,
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
          goBackwards);
    }
  }
}
