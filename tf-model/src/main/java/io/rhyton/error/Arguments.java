package io.rhyton.error;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  /**
   * Returns an unmodifiable copy of a list.
   *
   * @throws NullPointerException with the name in its message, if the list or an element is null
   */
  public static <T> List<T> copyOf(String name, List<? extends T> values) {
    requireNoNulls(name, values);
    return List.copyOf(values);
  }

  /**
   * Returns an unmodifiable copy of a map, in no particular order.
   *
   * @throws NullPointerException with the name in its message, if the map, a key or a value is null
   */
  public static <K, V> Map<K, V> copyOf(String name, Map<K, V> values) {
    requireNoNulls(name, values);
    return Map.copyOf(values);
  }

  /**
   * Checks that neither a collection nor an element is null.
   *
   * @throws NullPointerException with the name in its message, if one is
   */
  public static void requireNoNulls(String name, Iterable<?> values) {
    Objects.requireNonNull(values, name).forEach(value -> requireElement(name, value));
  }

  /**
   * Checks that neither an array nor an element is null.
   *
   * @throws NullPointerException with the name in its message, if one is
   */
  public static void requireNoNulls(String name, Object[] values) {
    requireNoNulls(name, Arrays.asList(Objects.requireNonNull(values, name)));
  }

  /**
   * Checks that neither a map nor a key or value is null.
   *
   * @throws NullPointerException with the name in its message, if one is
   */
  public static void requireNoNulls(String name, Map<?, ?> values) {
    requireNoNulls(name, Objects.requireNonNull(values, name).keySet());
    requireNoNulls(name, values.values());
  }

  private static void requireElement(String name, @Nullable Object element) {
    if (element == null) {
      throw new NullPointerException(name + " must not contain null");
    }
  }

  private static IllegalArgumentException outside(String name, String range, Object value) {
    return new IllegalArgumentException(name + " must be " + range + ", got " + value);
  }
}
