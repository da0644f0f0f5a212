package io.rhyton.model.augmentation;

import io.rhyton.error.Arguments;

/**
 * How far images move along one axis, either way.
 *
 * @param range at most so far, at least 0: below 1 it is a share of the image's side, else pixels;
 *     with whole pixels, less far than this
 * @param wholePixels whether they move by whole pixels
 */
public record ShiftRange(double range, boolean wholePixels) {
  /** Not at all. */
  public static final ShiftRange NONE = new ShiftRange(0, false);

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if it is less than 0
   */
  public ShiftRange {
    Arguments.requireNotNegative("range", range);
  }

  /** The range in pixels of an image with a side of so many. */
  public double pixels(int side) {
    return wholePixels || range >= 1 ? range : range * side;
  }

  /** As it is given: a whole number for whole pixels. */
  @Override
  public String toString() {
    return wholePixels ? Integer.toString((int) range) : Double.toString(range);
  }
}
