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
 * A layer that reads a sequence step by step, and at each step makes its output of the input and of
 * its output before: {@code activation(x · kernel + h · recurrentKernel + bias)}.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, kernel {@code [features, units]}, recurrent
 * kernel {@code [units, units]}, bias {@code [units]}, output {@code [batch, units]}, or {@code
 * [batch, steps, units]} with {@code returnSequences}.
 *
 * <p>Source: {@code keras/src/layers/rnn/simple_rnn.py}, Keras 3.15.
 *
 * @param units values in the state and in the output, at least 1
 * @param activation applied to the output of each step
 * @param useBias whether a bias is added
 * @param kernelInitializer how the kernel starts
 * @param recurrentInitializer how the recurrent kernel starts
 * @param biasInitializer how the bias starts
 * @param kernelRegularizer what the kernel adds to the loss
 * @param recurrentRegularizer what the recurrent kernel adds to the loss
 * @param biasRegularizer what the bias adds to the loss
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

  /** Checks the ranges. */
  public SimpleRNN {
    Arguments.requirePositive("units", units);
    Arguments.requireFraction("dropout", dropout);
    Arguments.requireFraction("recurrentDropout", recurrentDropout);
  }

  /**
   * A plain recurrent layer that makes its last output.
   *
   * @param units values in the state and in the output, at least 1
   */
  public static SimpleRNN<Vector> of(int units) {
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

  /** Sets the activation; {@link ActivationFunction#TANH} unless set. */
  public SimpleRNN<O> activation(ActivationFunction activation) {
    return with(draft -> draft.activation = activation);
  }

  /** Sets whether a bias is added; true unless set. */
  public SimpleRNN<O> useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets how the kernel starts; {@link GlorotUniform} unless set. */
  public SimpleRNN<O> kernelInitializer(Initializer kernelInitializer) {
    return with(draft -> draft.kernelInitializer = kernelInitializer);
  }

  /** Sets how the recurrent kernel starts; {@link Orthogonal} unless set. */
  public SimpleRNN<O> recurrentInitializer(Initializer recurrentInitializer) {
    return with(draft -> draft.recurrentInitializer = recurrentInitializer);
  }

  /** Sets how the bias starts; {@link Zeros} unless set. */
  public SimpleRNN<O> biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets what the kernel adds to the loss; nothing unless set. */
  public SimpleRNN<O> kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return with(draft -> draft.kernelRegularizer = kernelRegularizer);
  }

  /** Sets what the recurrent kernel adds to the loss; nothing unless set. */
  public SimpleRNN<O> recurrentRegularizer(@Nullable Regularizer recurrentRegularizer) {
    return with(draft -> draft.recurrentRegularizer = recurrentRegularizer);
  }

  /** Sets what the bias adds to the loss; nothing unless set. */
  public SimpleRNN<O> biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets what the kernel is brought back to after every step; nothing unless set. */
  public SimpleRNN<O> kernelConstraint(@Nullable Constraint kernelConstraint) {
    return with(draft -> draft.kernelConstraint = kernelConstraint);
  }

  /** Sets what the recurrent kernel is brought back to after every step; nothing unless set. */
  public SimpleRNN<O> recurrentConstraint(@Nullable Constraint recurrentConstraint) {
    return with(draft -> draft.recurrentConstraint = recurrentConstraint);
  }

  /** Sets what the bias is brought back to after every step; nothing unless set. */
  public SimpleRNN<O> biasConstraint(@Nullable Constraint biasConstraint) {
    return with(draft -> draft.biasConstraint = biasConstraint);
  }

  /** Sets the share of the inputs that training sets to 0; none unless set. */
  public SimpleRNN<O> dropout(double dropout) {
    return with(draft -> draft.dropout = dropout);
  }

  /** Sets the share of the state that training sets to 0; none unless set. */
  public SimpleRNN<O> recurrentDropout(double recurrentDropout) {
    return with(draft -> draft.recurrentDropout = recurrentDropout);
  }

  /** Sets the seed. */
  public SimpleRNN<O> seed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  /**
   * Makes the output of every step; that of the last one alone unless set.
   *
   * @param returnSequences true, as the type of the output depends on it
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

  /** The components while one of them is changed. */
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
