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
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A layer of gated recurrent units: gates say how much of its output before it keeps, and how much
 * of that the new part is made of.
 *
 * <p>With {@code x} the input and {@code h} the output of the step before, update gate {@code z}
 * and reset gate {@code r} are {@code recurrentActivation(x · kernel + h · recurrentKernel + bias)}
 * with the first and the second third of the weights. With the last third the new part {@code n} is
 * {@code activation(x · kernel + r · (h · recurrentKernel))}, or without {@code resetAfter} {@code
 * activation(x · kernel + (r · h) · recurrentKernel)}, bias added; the output is {@code z · h + (1
 * - z) · n}.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, kernel {@code [features, 3 · units]},
 * recurrent kernel {@code [units, 3 · units]}, bias {@code [2, 3 · units]} for input and recurrent
 * kernel, without {@code resetAfter} {@code [3 · units]}, output {@code [batch, units]}, or {@code
 * [batch, steps, units]} with {@code returnSequences}.
 *
 * <p>Source: {@code keras/src/layers/rnn/gru.py}, Keras 3.15; Cho et al., "Learning phrase
 * representations using RNN encoder-decoder for statistical machine translation", EMNLP 2014.
 *
 * @param units values in the state and in the output, at least 1
 * @param activation applied to the new part
 * @param recurrentActivation applied to the gates
 * @param useBias whether a bias is added
 * @param kernelInitializer how the kernel starts
 * @param recurrentInitializer how the recurrent kernel starts
 * @param biasInitializer how the bias starts
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
 * @param resetAfter whether the reset gate acts after the product with the recurrent kernel, as in
 *     cuDNN, and not before it
 * @param <O> what it makes: a {@link Vector}, or a {@link Sequence} with {@code returnSequences}
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

  /** Checks the ranges. */
  public GRU {
    Arguments.requirePositive("units", units);
    Arguments.requireFraction("dropout", dropout);
    Arguments.requireFraction("recurrentDropout", recurrentDropout);
  }

  /**
   * Gated recurrent units that make their last output.
   *
   * @param units values in the state and in the output, at least 1
   */
  public static GRU<Vector> of(int units) {
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

  /** Sets the activation; {@link ActivationFunction#TANH} unless set. */
  public GRU<O> activation(ActivationFunction activation) {
    return with(draft -> draft.activation = activation);
  }

  /** Sets the activation of the gates; {@link ActivationFunction#SIGMOID} unless set. */
  public GRU<O> recurrentActivation(ActivationFunction recurrentActivation) {
    return with(draft -> draft.recurrentActivation = recurrentActivation);
  }

  /** Sets whether a bias is added; true unless set. */
  public GRU<O> useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets how the kernel starts; {@link GlorotUniform} unless set. */
  public GRU<O> kernelInitializer(Initializer kernelInitializer) {
    return with(draft -> draft.kernelInitializer = kernelInitializer);
  }

  /** Sets how the recurrent kernel starts; {@link Orthogonal} unless set. */
  public GRU<O> recurrentInitializer(Initializer recurrentInitializer) {
    return with(draft -> draft.recurrentInitializer = recurrentInitializer);
  }

  /** Sets how the bias starts; {@link Zeros} unless set. */
  public GRU<O> biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets what the kernel adds to the loss; nothing unless set. */
  public GRU<O> kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return with(draft -> draft.kernelRegularizer = kernelRegularizer);
  }

  /** Sets what the recurrent kernel adds to the loss; nothing unless set. */
  public GRU<O> recurrentRegularizer(@Nullable Regularizer recurrentRegularizer) {
    return with(draft -> draft.recurrentRegularizer = recurrentRegularizer);
  }

  /** Sets what the bias adds to the loss; nothing unless set. */
  public GRU<O> biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets what the output adds to the loss; nothing unless set. */
  public GRU<O> activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return with(draft -> draft.activityRegularizer = activityRegularizer);
  }

  /** Sets what the kernel is brought back to after every step; nothing unless set. */
  public GRU<O> kernelConstraint(@Nullable Constraint kernelConstraint) {
    return with(draft -> draft.kernelConstraint = kernelConstraint);
  }

  /** Sets what the recurrent kernel is brought back to after every step; nothing unless set. */
  public GRU<O> recurrentConstraint(@Nullable Constraint recurrentConstraint) {
    return with(draft -> draft.recurrentConstraint = recurrentConstraint);
  }

  /** Sets what the bias is brought back to after every step; nothing unless set. */
  public GRU<O> biasConstraint(@Nullable Constraint biasConstraint) {
    return with(draft -> draft.biasConstraint = biasConstraint);
  }

  /** Sets the share of the inputs that training sets to 0; none unless set. */
  public GRU<O> dropout(double dropout) {
    return with(draft -> draft.dropout = dropout);
  }

  /** Sets the share of the state that training sets to 0; none unless set. */
  public GRU<O> recurrentDropout(double recurrentDropout) {
    return with(draft -> draft.recurrentDropout = recurrentDropout);
  }

  /** Sets the seed. */
  public GRU<O> seed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  /**
   * Makes the output of every step; that of the last one alone unless set.
   *
   * @param returnSequences true, as the type of the output depends on it
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
   * Sets whether the reset gate acts after the product with the recurrent kernel; true unless set.
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

  /** The components while one of them is changed. */
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
