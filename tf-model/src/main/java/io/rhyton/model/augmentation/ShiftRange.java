package io.rhyton.model.augmentation;

import io.rhyton.error.Arguments;

/**
 * The maximum shift along one axis, in either direction.
 *
 * @param range the maximum shift, at least 0: a fraction of the image size if below 1, otherwise
 *     pixels; exclusive for whole pixels
 * @param wholePixels whether to shift by whole pixels
 */
public record ShiftRange(double range, boolean wholePixels) {
  /** No shift. */
  public static final ShiftRange NONE = new ShiftRange(0, false);

  /**
   * Validates the range.
   *
   * @throws IllegalArgumentException if the range is less than 0
   */
  public ShiftRange {
    Arguments.requireNotNegative("range", range);
  }

  /** Returns the range in pixels for an image of the given size along the axis. */
  public double pixels(int side) {
    return wholePixels || range >= 1 ? range : range * side;
  }

  /** Returns the range as it was given: an integer for whole pixels. */
  @Override
  public String toString() {
    return wholePixels ? Integer.toString((int) range) : Double.toString(range);
  }
}
