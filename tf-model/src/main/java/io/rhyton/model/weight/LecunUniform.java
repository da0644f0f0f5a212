package io.rhyton.model.weight;

import org.jspecify.annotations.Nullable;

/**
 * Uniform initialization in {@code [-limit, limit)} with {@code limit = sqrt(3 / fan_in)}.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15.
 *
 * @param seed the random seed, for reproducible values; if null, derived from the seed of the model
 */
public record LecunUniform(@Nullable Long seed) implements Initializer {

  /** Creates the initializer without a seed of its own. */
  public static LecunUniform of() {
    return new LecunUniform(null);
  }

  /** Sets the seed. */
  public LecunUniform seed(long seed) {
    return new LecunUniform(seed);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.lecunUniform(this);
  }
}
