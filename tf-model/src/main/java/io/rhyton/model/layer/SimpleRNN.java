package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import java.util.Objects;
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
 * @param options activation, kernels, bias, dropout and direction
 * @param returnSequences whether to return the outputs of all timesteps rather than the last one
 * @param <O> the rank of the output: {@link FeatureVector}, or {@link Sequence} with {@code
 *     returnSequences}
 */
public record SimpleRNN<O extends Rank>(
    int units, RecurrentOptions options, boolean returnSequences)
    implements RecurrentSetters<O, SimpleRNN<O>> {

  public SimpleRNN {
    Objects.requireNonNull(options, "options");
    Arguments.requirePositive("units", units);
  }

  /**
   * Creates a simple recurrent layer that returns the last output.
   *
   * @param units the size of the hidden state and of the output, at least 1
   */
  public static SimpleRNN<FeatureVector> of(int units) {
    return new SimpleRNN<>(units, RecurrentOptions.of(), false);
  }

  /**
   * Sets whether to return the outputs of all timesteps rather than the last one; defaults to
   * false.
   *
   * @return the layer, typed for true; with false, a layer after it that needs sequences compiles,
   *     but is rejected when the model is built
   */
  public SimpleRNN<Sequence> returnSequences(boolean returnSequences) {
    return new SimpleRNN<>(units, options, returnSequences);
  }

  @Override
  public SimpleRNN<O> options(RecurrentOptions options) {
    return new SimpleRNN<>(units, options, returnSequences);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sequence = inputs.unrolled();
    return LayerGeometry.of(
        output(sequence), options.weights(inputs, sequence, units, units, Shape.of(units)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.simpleRNN(this);
  }
}
