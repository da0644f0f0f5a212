package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import org.jspecify.annotations.Nullable;

/**
 * During training, adds normally distributed noise with mean 0; inactive during inference.
 *
 * <p>Source: {@code keras/src/layers/regularization/gaussian_noise.py}, Keras 3.15.
 *
 * @param stddev the standard deviation of the noise, in [0, 1]
 * @param seed the random seed, for reproducible values; if null, derived from the seed of the model
 */
public record GaussianNoise(double stddev, @Nullable Long seed) implements RankPreserving {

  public GaussianNoise {
    Arguments.requireUnitInterval("stddev", stddev);
  }

  /**
   * Creates Gaussian noise.
   *
   * @param stddev the standard deviation of the noise, in [0, 1]
   */
  public static GaussianNoise of(double stddev) {
    return new GaussianNoise(stddev, null);
  }

  /** Sets the seed. */
  public GaussianNoise seed(long seed) {
    return new GaussianNoise(stddev, seed);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.single());
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return stddev > 0;
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.gaussianNoise(this);
  }
}
