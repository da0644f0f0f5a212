package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Normally distributed initialization.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15.
 *
 * @param mean the mean
 * @param stddev the standard deviation, at least 0
 * @param seed the random seed, for reproducible values; if null, derived from the seed of the model
 */
public record RandomNormal(double mean, double stddev, @Nullable Long seed) implements Initializer {

  public RandomNormal {
    Arguments.requireFinite("mean", mean);
    Arguments.requireNotNegative("stddev", stddev);
  }

  /** Creates the initializer with mean 0 and standard deviation 0.05, without a seed of its own. */
  public static RandomNormal of() {
    return new RandomNormal(0, 0.05, null);
  }

  /** Sets the mean; defaults to 0. */
  public RandomNormal mean(double mean) {
    return new RandomNormal(mean, stddev, seed);
  }

  /** Sets the standard deviation, at least 0; defaults to 0.05. */
  public RandomNormal stddev(double stddev) {
    return new RandomNormal(mean, stddev, seed);
  }

  /** Sets the seed. */
  public RandomNormal seed(long seed) {
    return new RandomNormal(mean, stddev, seed);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.randomNormal(this);
  }
}
