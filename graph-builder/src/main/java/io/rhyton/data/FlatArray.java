package io.rhyton.data;

import io.rhyton.model.shape.ShapeText;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** The values of a nested array of numbers, copied as floats into one array in row-major order. */
final class FlatArray {
  /** The largest array size that every JVM supports. */
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  private final String what;
  private final int[] sizes;
  private final float[] values;
  private int filled;

  private FlatArray(String what, int[] sizes, float[] values) {
    this.what = what;
    this.sizes = sizes;
    this.values = values;
  }

  /**
   * Copies an array.
   *
   * @param what the name of its elements in messages
   * @param array an array of arrays of {@code float}, {@code double} or {@code int}, nested to any
   *     depth
   * @throws DataException if inner arrays differ in length, or there are more values than fit in an
   *     array
   */
  static FlatArray of(String what, Object[] array) {
    Objects.requireNonNull(array, what);
    int[] sizes = new int[depth(array.getClass())];
    @Nullable Object first = array;
    for (int axis = 0; axis < sizes.length; axis++) {
      // Without samples, each has one value.
      sizes[axis] = first == null ? 1 : Array.getLength(first);
      first = first instanceof Object[] rows && rows.length > 0 ? rows[0] : null;
    }
    requireValues(what, sizes);
    FlatArray flat = new FlatArray(what, sizes, new float[requireSize(what, sizes)]);
    flat.copy(array, 0, new int[sizes.length]);
    return flat;
  }

  private static int depth(Class<?> type) {
    int depth = 0;
    for (Class<?> each = type; each.isArray(); each = each.getComponentType()) {
      depth++;
    }
    return depth;
  }

  private static void requireValues(String what, int[] sizes) {
    if (Arrays.stream(sizes).skip(1).anyMatch(size -> size == 0)) {
      throw new DataException(
          "Data set",
          what + " of at least one value",
          "empty rows",
          "Provide at least one value per row.");
    }
  }

  private static int requireSize(String what, int[] sizes) {
    long length = 1;
    for (int axis = 1; axis < sizes.length; axis++) {
      length = Math.multiplyExact(length, sizes[axis]);
    }
    if (length > MOST_VALUES / Math.max(1, sizes[0])) {
      throw new DataException(
          "Data set",
          "at most " + MOST_VALUES + " values",
          sizes[0] + " " + what + " of " + length,
          "Use fewer samples at a time.");
    }
    return (int) (length * sizes[0]);
  }

  private void copy(@Nullable Object array, int axis, int[] at) {
    int length = array == null ? -1 : Array.getLength(array);
    if (length != sizes[axis]) {
      throw ragged(length, axis, at);
    }
    if (array instanceof float[] floats) {
      System.arraycopy(floats, 0, values, filled, length);
      filled += length;
    } else if (array instanceof double[] doubles) {
      for (double value : doubles) {
        values[filled++] = (float) value;
      }
    } else if (array instanceof int[] ints) {
      for (int value : ints) {
        values[filled++] = value;
      }
    } else if (array instanceof Object[] rows) {
      for (at[axis] = 0; at[axis] < length; at[axis]++) {
        copy(rows[at[axis]], axis + 1, at);
      }
    }
  }

  private DataException ragged(int length, int axis, int[] at) {
    String kind = axis == sizes.length - 1 ? " values" : " rows";
    String row =
        IntStream.of(at).limit(axis).mapToObj(Integer::toString).collect(Collectors.joining("]["));
    boolean flat = sizes.length == 2;
    return new DataException(
        "Data set",
        flat
            ? what + " of equal length, " + sizes[1]
            : what + " of equal shape, " + ShapeText.of(shape()),
        (length < 0 ? "null" : length + kind) + " in row " + (flat ? row : "[" + row + "]"),
        "Provide the same number of values in each row.");
  }

  /** The shape of one element, without the first axis. */
  Shape shape() {
    return Shape.of(IntStream.of(sizes).skip(1).asLongStream().toArray());
  }

  /** The number of elements. */
  int size() {
    return sizes[0];
  }

  float[] values() {
    return values;
  }
}
