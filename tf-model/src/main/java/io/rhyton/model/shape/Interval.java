package io.rhyton.model.shape;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import java.util.Objects;

/**
 * A range of numbers to sample from.
 *
 * @param lower the lower bound, finite
 * @param upper the upper bound, finite, at least {@code lower}
 */
public record Interval(double lower, double upper) {
  /** The range of byte values, 0 to 255. */
  public static final Interval BYTES = new Interval(0, 255);

  /**
   * Validates the bounds.
   *
   * @throws IllegalArgumentException if a bound is not finite or {@code lower} is above {@code
   *     upper}
   */
  public Interval {
    Arguments.requireFinite("lower", lower);
    Arguments.requireFinite("upper", upper);
    if (lower > upper) {
      throw new IllegalArgumentException("upper must be >= lower " + lower + ", got " + upper);
    }
  }

  /** Creates a range. */
  public static Interval of(double lower, double upper) {
    return new Interval(lower, upper);
  }

  /** The symmetric range around 0 that Keras derives from a single number. */
  public static Interval symmetric(double distance) {
    double upper = Math.abs(distance);
    // Not -upper, which would be -0.0 for 0.
    return new Interval(0 - upper, upper);
  }

  /** Returns whether both bounds are 0. */
  public boolean isZero() {
    return lower == 0 && upper == 0;
  }

  /**
   * Checks that both bounds are within a range.
   *
   * @param name what the interval is called in the message
   * @param least the smallest allowed bound, inclusive
   * @param most the largest allowed bound, inclusive
   * @throws IllegalArgumentException if a bound is outside
   */
  public void requireWithin(String name, double least, double most) {
    Objects.requireNonNull(name, "name");
    if (lower < least || upper > most) {
      throw new IllegalArgumentException(
          MessageText.line(name) + " must be >= " + least + " and <= " + most + ", got " + this);
    }
  }

  @Override
  public String toString() {
    return lower + " to " + upper;
  }
}
