package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import java.util.Objects;
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
 * @param options the activation function of the candidate state, kernels, bias, dropout and
 *     direction
 * @param recurrentActivation the activation function of the gates
 * @param resetAfter whether to apply the reset gate after the multiplication by the recurrent
 *     kernel, as in cuDNN, rather than before it
 * @param activityRegularizer the regularizer of the output, divided by the batch size; null for
 *     none
 * @param returnSequences whether to return the outputs of all timesteps rather than the last one
 * @param <O> the rank of the output: {@link FeatureVector}, or {@link Sequence} with {@code
 *     returnSequences}
 */
public record GRU<O extends Rank>(
    int units,
    RecurrentOptions options,
    ActivationFunction recurrentActivation,
    boolean resetAfter,
    @Nullable Regularizer activityRegularizer,
    boolean returnSequences)
    implements RecurrentSetters<O, GRU<O>> {

  public GRU {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(recurrentActivation, "recurrentActivation");
    Arguments.requirePositive("units", units);
  }

  /**
   * Creates a GRU that returns the last output.
   *
   * @param units the size of the hidden state and of the output, at least 1
   */
  public static GRU<FeatureVector> of(int units) {
    return new GRU<>(units, RecurrentOptions.of(), ActivationFunction.SIGMOID, true, null, false);
  }

  /** Sets the activation function of the gates; defaults to {@link ActivationFunction#SIGMOID}. */
  public GRU<O> recurrentActivation(ActivationFunction recurrentActivation) {
    return new GRU<>(
        units, options, recurrentActivation, resetAfter, activityRegularizer, returnSequences);
  }

  /**
   * Sets whether to apply the reset gate after the multiplication by the recurrent kernel; defaults
   * to true.
   */
  public GRU<O> resetAfter(boolean resetAfter) {
    return new GRU<>(
        units, options, recurrentActivation, resetAfter, activityRegularizer, returnSequences);
  }

  /** Sets the regularizer of the output; none by default. */
  public GRU<O> activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return new GRU<>(
        units, options, recurrentActivation, resetAfter, activityRegularizer, returnSequences);
  }

  /**
   * Sets whether to return the outputs of all timesteps rather than the last one; defaults to
   * false.
   *
   * @return the layer, typed for true; with false, a layer after it that needs sequences compiles,
   *     but is rejected when the model is built
   */
  public GRU<Sequence> returnSequences(boolean returnSequences) {
    return new GRU<>(
        units, options, recurrentActivation, resetAfter, activityRegularizer, returnSequences);
  }

  @Override
  public GRU<O> options(RecurrentOptions options) {
    return new GRU<>(
        units, options, recurrentActivation, resetAfter, activityRegularizer, returnSequences);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sequence = inputs.unrolled();
    long width = 3L * units;
    Shape bias = resetAfter ? Shape.of(2, width) : Shape.of(width);
    List<WeightSpec> weights = options.weights(inputs, sequence, units, width, bias);
    Shape output = output(sequence);
    inputs.requireSupported(activityRegularizer, "output", output);
    return LayerGeometry.of(output, weights);
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.gru(this);
  }
}
