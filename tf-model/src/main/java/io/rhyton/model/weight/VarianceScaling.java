package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Numbers whose variance is {@code scale / fan}, of which Glorot's, He's and Lecun's are special
 * cases.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15.
 *
 * @param scale the factor, above 0
 * @param mode which fan
 * @param distribution which distribution
 * @param seed makes the numbers repeatable; without one it comes from the model's seed
 */
public record VarianceScaling(
    double scale, Mode mode, Distribution distribution, @Nullable Long seed)
    implements Initializer {

  /** How many values a value depends on, or how many depend on it. */
  public enum Mode {
    /** The inputs of a unit. */
    FAN_IN,
    /** The units that an input goes to. */
    FAN_OUT,
    /** The mean of both. */
    FAN_AVG
  }

  /** How the numbers are spread. */
  public enum Distribution {
    /** Normal, truncated at two deviations, with the variance made up for. */
    TRUNCATED_NORMAL,
    /** Normal. */
    UNTRUNCATED_NORMAL,
    /** Uniform. */
    UNIFORM
  }

  /** Checks the ranges. */
  public VarianceScaling {
    Arguments.requirePositive("scale", scale);
  }

  /** The initializer of scale 1 over the inputs, without a seed of its own. */
  public static VarianceScaling of() {
    return new VarianceScaling(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL, null);
  }

  /** Sets the factor, above 0; 1 unless set. */
  public VarianceScaling scale(double scale) {
    return new VarianceScaling(scale, mode, distribution, seed);
  }

  /** Sets which fan; {@link Mode#FAN_IN} unless set. */
  public VarianceScaling mode(Mode mode) {
    return new VarianceScaling(scale, mode, distribution, seed);
  }

  /** Sets which distribution; {@link Distribution#TRUNCATED_NORMAL} unless set. */
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
