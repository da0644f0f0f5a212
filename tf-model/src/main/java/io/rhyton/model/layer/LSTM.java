package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.UnitForgetBias;
import io.rhyton.model.weight.WeightOptions;
import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A long short-term memory (LSTM): a recurrent layer with a cell state beside the hidden state;
 * gates control what the cell state forgets, what is added to it, and what is output.
 *
 * <p>With the input {@code x}, the previous hidden state {@code h} and cell state {@code c}, and
 * the four quarters {@code z} of {@code x · kernel + h · recurrentKernel + bias}: the input gate
 * {@code i}, forget gate {@code f} and output gate {@code o} are {@code recurrentActivation(z)} of
 * the first, second and fourth quarter; the new cell state is {@code f · c + i · activation(z)}
 * with the third; the new hidden state, which is the output, is {@code o · activation(c)} of the
 * new cell state.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, kernel {@code [features, 4 · units]},
 * recurrent kernel {@code [units, 4 · units]}, bias {@code [4 · units]}, output {@code [batch,
 * units]}, or {@code [batch, steps, units]} with {@code returnSequences}.
 *
 * <pre>{@code
 * Layer layer = LSTM.of(64).dropout(0.2).returnSequences(true);
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/rnn/lstm.py}, Keras 3.15; Hochreiter and Schmidhuber, "Long
 * short-term memory", Neural Computation 9, 1997.
 *
 * @param units the size of the hidden state and of the output, at least 1
 * @param options the activation function of the candidate state and of the cell state in the
 *     output, kernels, bias, dropout and direction
 * @param recurrentActivation the activation function of the gates
 * @param unitForgetBias whether to initialize the bias of the forget gate to ones
 * @param activityRegularizer the regularizer of the output, divided by the batch size; null for
 *     none
 * @param returnSequences whether to return the outputs of all timesteps rather than the last one
 * @param <O> the rank of the output: {@link FeatureVector}, or {@link Sequence} with {@code
 *     returnSequences}
 */
public record LSTM<O extends Rank>(
    int units,
    RecurrentOptions options,
    ActivationFunction recurrentActivation,
    boolean unitForgetBias,
    @Nullable Regularizer activityRegularizer,
    boolean returnSequences)
    implements RecurrentSetters<O, LSTM<O>> {

  public LSTM {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(recurrentActivation, "recurrentActivation");
    Arguments.requirePositive("units", units);
  }

  /**
   * Creates an LSTM that returns the last output.
   *
   * @param units the size of the hidden state and of the output, at least 1
   */
  public static LSTM<FeatureVector> of(int units) {
    return new LSTM<>(units, RecurrentOptions.of(), ActivationFunction.SIGMOID, true, null, false);
  }

  /** Sets the activation function of the gates; defaults to {@link ActivationFunction#SIGMOID}. */
  public LSTM<O> recurrentActivation(ActivationFunction recurrentActivation) {
    return new LSTM<>(
        units, options, recurrentActivation, unitForgetBias, activityRegularizer, returnSequences);
  }

  /** Sets whether to initialize the bias of the forget gate to ones; defaults to true. */
  public LSTM<O> unitForgetBias(boolean unitForgetBias) {
    return new LSTM<>(
        units, options, recurrentActivation, unitForgetBias, activityRegularizer, returnSequences);
  }

  /** Sets the regularizer of the output; none by default. */
  public LSTM<O> activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return new LSTM<>(
        units, options, recurrentActivation, unitForgetBias, activityRegularizer, returnSequences);
  }

  /**
   * Sets whether to return the outputs of all timesteps rather than the last one; defaults to
   * false.
   *
   * @return the layer, typed for true; with false, a layer after it that needs sequences compiles,
   *     but is rejected when the model is built
   */
  public LSTM<Sequence> returnSequences(boolean returnSequences) {
    return new LSTM<>(
        units, options, recurrentActivation, unitForgetBias, activityRegularizer, returnSequences);
  }

  @Override
  public LSTM<O> options(RecurrentOptions options) {
    return new LSTM<>(
        units, options, recurrentActivation, unitForgetBias, activityRegularizer, returnSequences);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sequence = inputs.unrolled();
    long width = 4L * units;
    WeightOptions bias = options.bias();
    RecurrentOptions initialized =
        unitForgetBias
            ? options.bias(bias.initializer(UnitForgetBias.of(bias.initializer())))
            : options;
    List<WeightSpec> weights = initialized.weights(inputs, sequence, units, width, Shape.of(width));
    Shape output = output(sequence);
    inputs.requireSupported(activityRegularizer, "output", output);
    return LayerGeometry.of(output, weights);
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.lstm(this);
  }
}
