package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * A normal distribution, truncated at two deviations.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15.
 *
 * @param mean the mean
 * @param stddev the standard deviation, at least 0
 * @param seed makes the numbers repeatable; without one it comes from the model's seed
 */
public record TruncatedNormal(double mean, double stddev, @Nullable Long seed)
    implements Initializer {

  /** Checks the ranges. */
  public TruncatedNormal {
    Arguments.requireFinite("mean", mean);
    Arguments.requireNotNegative("stddev", stddev);
  }

  /** The initializer with mean 0 and standard deviation 0.05, without a seed of its own. */
  public static TruncatedNormal of() {
    return new TruncatedNormal(0, 0.05, null);
  }

  /** Sets the mean; 0 unless set. */
  public TruncatedNormal mean(double mean) {
    return new TruncatedNormal(mean, stddev, seed);
  }

  /** Sets the standard deviation, at least 0; 0.05 unless set. */
  public TruncatedNormal stddev(double stddev) {
    return new TruncatedNormal(mean, stddev, seed);
  }

  /** Sets the seed. */
  public TruncatedNormal seed(long seed) {
    return new TruncatedNormal(mean, stddev, seed);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.truncatedNormal(this);
  }
}
