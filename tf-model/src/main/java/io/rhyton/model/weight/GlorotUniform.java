package io.rhyton.model.weight;

import org.jspecify.annotations.Nullable;

/**
 * Uniform initialization in {@code [-limit, limit)} with {@code limit = sqrt(6 / (fan_in +
 * fan_out))}.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15; Glorot and Bengio,
 * "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010.
 *
 * @param seed the random seed, for reproducible values; if null, derived from the seed of the model
 */
public record GlorotUniform(@Nullable Long seed) implements Initializer {

  /** Creates the initializer without a seed of its own. */
  public static GlorotUniform of() {
    return new GlorotUniform(null);
  }

  /** Sets the seed. */
  public GlorotUniform seed(long seed) {
    return new GlorotUniform(seed);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.glorotUniform(this);
  }
}
