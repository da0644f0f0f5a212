package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Uniform in {@code [minval, maxval)}.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15.
 *
 * @param minval the smallest value
 * @param maxval the end of the values
 * @param seed makes the numbers repeatable; without one it comes from the model's seed
 */
public record RandomUniform(double minval, double maxval, @Nullable Long seed)
    implements Initializer {

  /** Checks the ranges. */
  public RandomUniform {
    Arguments.requireFinite("minval", minval);
    Arguments.requireFinite("maxval", maxval);
  }

  /** The initializer from -0.05 to 0.05, without a seed of its own. */
  public static RandomUniform of() {
    return new RandomUniform(-0.05, 0.05, null);
  }

  /** Sets the smallest value; -0.05 unless set. */
  public RandomUniform minval(double minval) {
    return new RandomUniform(minval, maxval, seed);
  }

  /** Sets the end of the values; 0.05 unless set. */
  public RandomUniform maxval(double maxval) {
    return new RandomUniform(minval, maxval, seed);
  }

  /** Sets the seed. */
  public RandomUniform seed(long seed) {
    return new RandomUniform(minval, maxval, seed);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.randomUniform(this);
  }
}
