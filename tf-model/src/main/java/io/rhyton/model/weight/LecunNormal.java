package io.rhyton.model.weight;

import org.jspecify.annotations.Nullable;

/**
 * Truncated normal initialization with standard deviation {@code sqrt(1 / fan_in)}, cut off at two
 * standard deviations.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15.
 *
 * @param seed the random seed, for reproducible values; if null, derived from the seed of the model
 */
public record LecunNormal(@Nullable Long seed) implements Initializer {

  /** Creates the initializer without a seed of its own. */
  public static LecunNormal of() {
    return new LecunNormal(null);
  }

  /** Sets the seed. */
  public LecunNormal seed(long seed) {
    return new LecunNormal(seed);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.lecunNormal(this);
  }
}
