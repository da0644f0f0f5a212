package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.FeatureVector;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * A fully connected layer: {@code activation(x · kernel + bias)}.
 *
 * <p>Shapes: input {@code [batch, features]}, kernel {@code [features, units]}, bias {@code
 * [units]}, output {@code [batch, units]}. In an imported model, there may be further axes between
 * batch and features, which are preserved.
 *
 * <pre>{@code
 * Layer layer = Dense.of(10).activation(SOFTMAX).kernelRegularizer(L2.of(1e-4));
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/core/dense.py}, Keras 3.15.
 *
 * @param units the number of output features, at least 1
 * @param options activation, kernel, bias and activity regularizer
 */
public record Dense(int units, KernelOptions options)
    implements RankMapping<FeatureVector, FeatureVector>, KernelLayer<Dense> {

  public Dense {
    Objects.requireNonNull(options, "options");
    Arguments.requirePositive("units", units);
  }

  /**
   * Creates a fully connected layer.
   *
   * @param units the number of output features, at least 1
   */
  public static Dense of(int units) {
    return new Dense(units, KernelOptions.of());
  }

  @Override
  public Dense options(KernelOptions options) {
    return new Dense(units, options);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape input = inputs.features();
    Shape kernel = Shape.of(input.get(-1), units);
    Shape output = input.take(input.numDimensions() - 1).append(units);
    return options.geometry(inputs, output, inputs.trainable("kernel", kernel, options.kernel()));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.dense(this);
  }
}
