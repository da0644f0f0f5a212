package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;

/**
 * Leaky rectified linear unit: {@code x} if positive, else {@code negativeSlope · x}.
 *
 * <p>As in Keras, the default slope differs from that of {@link ActivationFunction#LEAKY_RELU}.
 *
 * <p>Source: {@code keras/src/layers/activations/leaky_relu.py}, Keras 3.15.
 *
 * @param negativeSlope the slope for negative values, at least 0
 */
public record LeakyReLU(double negativeSlope) implements RankPreserving {

  public LeakyReLU {
    Arguments.requireNotNegative("negativeSlope", negativeSlope);
  }

  /** Creates the layer with a negative slope of 0.3. */
  public static LeakyReLU of() {
    return new LeakyReLU(0.3);
  }

  /** Sets the slope for negative values, at least 0; defaults to 0.3. */
  public LeakyReLU negativeSlope(double negativeSlope) {
    return new LeakyReLU(negativeSlope);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.single());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.leakyReLU(this);
  }
}
