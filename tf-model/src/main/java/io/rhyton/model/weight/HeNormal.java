package io.rhyton.model.weight;

import org.jspecify.annotations.Nullable;

/**
 * Truncated normal initialization with standard deviation {@code sqrt(2 / fan_in)}, cut off at two
 * standard deviations.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15; He et al., "Delving
 * Deep into Rectifiers", ICCV 2015.
 *
 * @param seed the random seed, for reproducible values; if null, derived from the seed of the model
 */
public record HeNormal(@Nullable Long seed) implements Initializer {

  /** Creates the initializer without a seed of its own. */
  public static HeNormal of() {
    return new HeNormal(null);
  }

  /** Sets the seed. */
  public HeNormal seed(long seed) {
    return new HeNormal(seed);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.heNormal(this);
  }
}
