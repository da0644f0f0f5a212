package io.rhyton.model.weight;

import org.jspecify.annotations.Nullable;

/**
 * Normal with standard deviation {@code sqrt(2 / (fan in + fan out))}, truncated at two deviations.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15.
 *
 * @param seed makes the numbers repeatable; without one it comes from the model's seed
 */
public record GlorotNormal(@Nullable Long seed) implements Initializer {

  /** The initializer, without a seed of its own. */
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
