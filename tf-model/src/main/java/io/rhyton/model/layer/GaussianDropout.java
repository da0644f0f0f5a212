package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import org.jspecify.annotations.Nullable;

/**
 * In training multiplies every value by a normally distributed number around 1, of standard
 * deviation {@code sqrt(rate / (1 - rate))}; does nothing in inference.
 *
 * <p>Source: {@code keras/src/layers/regularization/gaussian_dropout.py}, Keras 3.15; Srivastava et
 * al., "Dropout", JMLR 15, 2014.
 *
 * @param rate how much noise, as much as a dropout of this rate makes, in [0, 1)
 * @param seed makes the numbers repeatable; without one they come from the model's seed
 */
public record GaussianDropout(double rate, @Nullable Long seed) implements Keeping {

  /** Checks the range. */
  public GaussianDropout {
    Arguments.requireFraction("rate", rate);
  }

  /**
   * A multiplicative noise.
   *
   * @param rate how much noise, as much as a dropout of this rate makes, in [0, 1)
   */
  public static GaussianDropout of(double rate) {
    return new GaussianDropout(rate, null);
  }

  /** Sets the seed. */
  public GaussianDropout seed(long seed) {
    return new GaussianDropout(rate, seed);
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
    return visitor.gaussianDropout(this);
  }
}
