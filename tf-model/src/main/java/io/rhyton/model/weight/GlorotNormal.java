package io.rhyton.model.weight;

import org.jspecify.annotations.Nullable;

/**
 * Truncated normal initialization with standard deviation {@code sqrt(2 / (fan_in + fan_out))}, cut
 * off at two standard deviations.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15.
 *
 * @param seed the random seed, for reproducible values; if null, derived from the seed of the model
 */
public record GlorotNormal(@Nullable Long seed) implements Initializer {

  /** Creates the initializer without a seed of its own. */
  public static GlorotNormal of() {
    return new GlorotNormal(null);
  }

  /** Sets the seed. */
  public GlorotNormal seed(long seed) {
    return new GlorotNormal(seed);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.glorotNormal(this);
  }
}
