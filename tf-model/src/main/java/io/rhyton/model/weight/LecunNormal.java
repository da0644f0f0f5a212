package io.rhyton.model.weight;

import org.jspecify.annotations.Nullable;

/**
 * Normal with standard deviation {@code sqrt(1 / fan in)}, truncated at two deviations.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15.
 *
 * @param seed makes the numbers repeatable; without one it comes from the model's seed
 */
public record LecunNormal(@Nullable Long seed) implements Initializer {

  /** The initializer, without a seed of its own. */
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
