package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Initialization with variance {@code scale / fan}, of which Glorot, He and LeCun initialization
 * are special cases.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15.
 *
 * @param scale the scale, above 0
 * @param mode the fan to divide by
 * @param distribution the distribution of the values
 * @param seed the random seed, for reproducible values; if null, derived from the seed of the model
 */
public record VarianceScaling(
    double scale, Mode mode, Distribution distribution, @Nullable Long seed)
    implements Initializer {

  /** The fan: how many inputs or outputs a unit has. */
  public enum Mode {
    /** The number of input units. */
    FAN_IN,
    /** The number of output units. */
    FAN_OUT,
    /** The average of both. */
    FAN_AVG
  }

  /** The distribution of the initial values. */
  public enum Distribution {
    /**
     * Normal, truncated at two standard deviations, with the variance corrected for the truncation.
     */
    TRUNCATED_NORMAL,
    /** Normal, not truncated. */
    UNTRUNCATED_NORMAL,
    /** Uniform. */
    UNIFORM
  }

  public VarianceScaling {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(distribution, "distribution");
    Arguments.requirePositive("scale", scale);
  }

  /** Creates the initializer with a scale of 1 and fan-in, without a seed of its own. */
  public static VarianceScaling of() {
    return new VarianceScaling(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL, null);
  }

  /** Sets the scale, above 0; defaults to 1. */
  public VarianceScaling scale(double scale) {
    return new VarianceScaling(scale, mode, distribution, seed);
  }

  /** Sets the fan to divide by; defaults to {@link Mode#FAN_IN}. */
  public VarianceScaling mode(Mode mode) {
    return new VarianceScaling(scale, mode, distribution, seed);
  }

  /** Sets the distribution; defaults to {@link Distribution#TRUNCATED_NORMAL}. */
  public VarianceScaling distribution(Distribution distribution) {
    return new VarianceScaling(scale, mode, distribution, seed);
  }

  /** Sets the seed. */
  public VarianceScaling seed(long seed) {
    return new VarianceScaling(scale, mode, distribution, seed);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.varianceScaling(this);
  }
}
