package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;

/**
 * {@code x} where it is positive, else {@code negativeSlope · x}.
 *
 * <p>Its slope is not that of {@link ActivationFunction#LEAKY_RELU}, as in Keras.
 *
 * <p>Source: {@code keras/src/layers/activations/leaky_relu.py}, Keras 3.15.
 *
 * @param negativeSlope the slope below 0, at least 0
 */
public record LeakyReLU(double negativeSlope) implements Keeping {

  /** Checks the range. */
  public LeakyReLU {
    Arguments.requireNotNegative("negativeSlope", negativeSlope);
  }

  /** A slope of 0.3 below 0. */
  public static LeakyReLU of() {
    return new LeakyReLU(0.3);
  }

  /** Sets the slope below 0, at least 0; 0.3 unless set. */
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
