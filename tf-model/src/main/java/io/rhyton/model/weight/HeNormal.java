package io.rhyton.model.weight;

import org.jspecify.annotations.Nullable;

/**
 * Normal with standard deviation {@code sqrt(2 / fan in)}, truncated at two deviations.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15; He et al., "Delving
 * Deep into Rectifiers", ICCV 2015.
 *
 * @param seed makes the numbers repeatable; without one it comes from the model's seed
 */
public record HeNormal(@Nullable Long seed) implements Initializer {

  /** The initializer, without a seed of its own. */
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
