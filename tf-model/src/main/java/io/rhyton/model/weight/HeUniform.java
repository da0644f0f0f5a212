package io.rhyton.model.weight;

import org.jspecify.annotations.Nullable;

/**
 * Uniform in {@code [-limit, limit)} with {@code limit = sqrt(6 / fan in)}.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15.
 *
 * @param seed makes the numbers repeatable; without one it comes from the model's seed
 */
public record HeUniform(@Nullable Long seed) implements Initializer {

  /** The initializer, without a seed of its own. */
  public static HeUniform of() {
    return new HeUniform(null);
  }

  /** Sets the seed. */
  public HeUniform seed(long seed) {
    return new HeUniform(seed);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.heUniform(this);
  }
}
