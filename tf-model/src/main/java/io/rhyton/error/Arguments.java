package io.rhyton.error;

/** Argument checks with a uniform message: {@code units must be > 0, got 0}. */
public final class Arguments {
  private Arguments() {}

  /**
   * Returns the value if it is at least 1.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static int requirePositive(String name, int value) {
    if (value < 1) {
      throw outside(name, "> 0", value);
    }
    return value;
  }

  /**
   * Returns the value if it is at least 1.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static long requirePositive(String name, long value) {
    if (value < 1) {
      throw outside(name, "> 0", value);
    }
    return value;
  }

  /**
   * Returns the value if it is finite and greater than 0.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static double requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw outside(name, "> 0 and finite", value);
    }
    return value;
  }

  /**
   * Returns the value if it is finite and at least 0.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static double requireNotNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw outside(name, ">= 0 and finite", value);
    }
    return value;
  }

  /**
   * Returns the value if it is at least 0.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static int requireNotNegative(String name, int value) {
    if (value < 0) {
      throw outside(name, ">= 0", value);
    }
    return value;
  }

  /**
   * Returns the value if it is at least 0.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static long requireNotNegative(String name, long value) {
    if (value < 0) {
      throw outside(name, ">= 0", value);
    }
    return value;
  }

  /**
   * Returns the value if it is in [0, 1).
   *
   * @throws IllegalArgumentException if it is not
   */
  public static double requireFraction(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw outside(name, ">= 0 and < 1", value);
    }
    return value;
  }

  /**
   * Returns the value if it is in [0, 1].
   *
   * @throws IllegalArgumentException if it is not
   */
  public static double requireUnitInterval(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw outside(name, ">= 0 and <= 1", value);
    }
    return value;
  }

  /**
   * Returns the value if it is finite.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static double requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw outside(name, "finite", value);
    }
    return value;
  }

  private static IllegalArgumentException outside(String name, String range, Object value) {
    return new IllegalArgumentException(name + " must be " + range + ", got " + value);
  }
}
