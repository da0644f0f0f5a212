package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Uniform initialization in {@code [minval, maxval)}.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15.
 *
 * @param minval the lower bound, inclusive
 * @param maxval the upper bound, exclusive
 * @param seed the random seed, for reproducible values; if null, derived from the seed of the model
 */
public record RandomUniform(double minval, double maxval, @Nullable Long seed)
    implements Initializer {

  public RandomUniform {
    Arguments.requireFinite("minval", minval);
    Arguments.requireFinite("maxval", maxval);
  }

  /** Creates the initializer with bounds -0.05 and 0.05, without a seed of its own. */
  public static RandomUniform of() {
    return new RandomUniform(-0.05, 0.05, null);
  }

  /** Sets the lower bound; defaults to -0.05. */
  public RandomUniform minval(double minval) {
    return new RandomUniform(minval, maxval, seed);
  }

  /** Sets the upper bound; defaults to 0.05. */
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
