package io.rhyton.model.layer;

import io.rhyton.model.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * In training sets a random share of the values to what {@link ActivationFunction#SELU} falls to,
 * and scales and shifts all so that mean and variance stay; does nothing in inference.
 *
 * <p>Source: {@code keras/src/layers/regularization/alpha_dropout.py}, Keras 3.15; Klambauer et
 * al., "Self-Normalizing Neural Networks", NeurIPS 2017.
 *
 * @param rate the share that is dropped, in [0, 1)
 * @param seed makes the numbers repeatable; without one they come from the model's seed
 */
public record AlphaDropout(double rate, @Nullable Long seed) implements Keeping {

  /** Checks the range. */
  public AlphaDropout {
    Arguments.requireFraction("rate", rate);
  }

  /**
   * A dropout for networks of SELU.
   *
   * @param rate the share that is dropped, in [0, 1)
   */
  public static AlphaDropout of(double rate) {
    return new AlphaDropout(rate, null);
  }

  /** Sets the seed. */
  public AlphaDropout seed(long seed) {
    return new AlphaDropout(rate, seed);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.single());
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return rate > 0;
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.alphaDropout(this);
  }
}
