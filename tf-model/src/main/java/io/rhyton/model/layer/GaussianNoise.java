package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import org.jspecify.annotations.Nullable;

/**
 * In training adds normally distributed noise around 0 to every value; does nothing in inference.
 *
 * <p>Source: {@code keras/src/layers/regularization/gaussian_noise.py}, Keras 3.15.
 *
 * @param stddev the noise's standard deviation, in [0, 1]
 * @param seed makes the numbers repeatable; without one they come from the model's seed
 */
public record GaussianNoise(double stddev, @Nullable Long seed) implements Keeping {

  /** Checks the range. */
  public GaussianNoise {
    Arguments.requireShare("stddev", stddev);
  }

  /**
   * A noise.
   *
   * @param stddev the noise's standard deviation, in [0, 1]
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
