package io.rhyton.model.shape;

import io.rhyton.error.Arguments;

/**
 * All numbers between two, to draw one of.
 *
 * @param lower finite
 * @param upper finite, at least lower
 */
public record Interval(double lower, double upper) {
  /** The values of a byte. */
  public static final Interval BYTES = new Interval(0, 255);

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if a number is not finite or lower is above upper
   */
  public Interval {
    Arguments.requireFinite("lower", lower);
    Arguments.requireFinite("upper", upper);
    if (lower > upper) {
      throw new IllegalArgumentException("upper must be >= lower " + lower + ", got " + upper);
    }
  }

  /** All numbers between two. */
  public static Interval of(double lower, double upper) {
    return new Interval(lower, upper);
  }

  /** As far below 0 as above, as Keras takes a single number. */
  public static Interval around0(double distance) {
    double upper = Math.abs(distance);
    // Not -upper: a zero has no sign here.
    return new Interval(0 - upper, upper);
  }

  public boolean isZero() {
    return lower == 0 && upper == 0;
  }

  public void requireWithin(String name, double least, double most) {
    if (lower < least || upper > most) {
      throw new IllegalArgumentException(
          name + " must be >= " + least + " and <= " + most + ", got " + this);
    }
  }

  @Override
  public String toString() {
    return lower + " to " + upper;
  }
}
