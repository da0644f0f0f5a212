package io.rhyton.hdf5;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.function.Supplier;
import org.tensorflow.ndarray.Shape;

/** An array to write; its values are supplied when they are written, and not retained. */
public final class Hdf5Dataset implements Hdf5Node {
  private static final int HIGHEST_RANK = 32;

  private final Shape shape;
  private final ElementType type;
  private final Values values;

  /** Writes all values. */
  @FunctionalInterface
  private interface Values {
    void writeTo(ChannelOutput out) throws IOException;
  }

  private Hdf5Dataset(Shape shape, ElementType type, Values values) {
    this.shape = shape;
    this.type = type;
    this.values = values;
  }

  /**
   * Returns an array of float32.
   *
   * @param shape its shape, without unknown dimensions, of up to 2,147,483,647 values; empty for a
   *     scalar
   * @param values supplies the values in row-major order, once per file written
   * @throws IllegalArgumentException if a dimension is unknown, or there are too many values or
   *     more than 32 dimensions
   */
  public static Hdf5Dataset floats(Shape shape, Supplier<FloatBuffer> values) {
    int count = count(shape);
    return new Hdf5Dataset(
        shape,
        ElementType.FLOAT32,
        out -> {
          FloatBuffer given = values.get();
          if (given.remaining() != count) {
            throw new IllegalStateException(
                "A dataset of shape "
                    + shape
                    + ": expected "
                    + count
                    + " values, got "
                    + given.remaining());
          }
          out.floats(given);
        });
  }

  /** Returns a float32 scalar. */
  public static Hdf5Dataset float32(float scalar) {
    return floats(Shape.scalar(), () -> FloatBuffer.wrap(new float[] {scalar}));
  }

  /** Returns a signed 64-bit integer scalar. */
  public static Hdf5Dataset int64(long scalar) {
    return new Hdf5Dataset(Shape.scalar(), ElementType.INT64, out -> out.int64(scalar));
  }

  private static int count(Shape shape) {
    if (shape.isUnknown() || shape.numDimensions() > HIGHEST_RANK) {
      throw new IllegalArgumentException(
          "shape: expected up to " + HIGHEST_RANK + " dimensions, got " + shape);
    }
    long count = 1;
    for (int axis = 0; axis < shape.numDimensions(); axis++) {
      long size = shape.get(axis);
      if (size < 0 || (size > 0 && count > Integer.MAX_VALUE / size)) {
        throw new IllegalArgumentException(
            "shape: expected known dimensions of up to "
                + Integer.MAX_VALUE
                + " values, got "
                + shape);
      }
      count *= size;
    }
    return (int) count;
  }

  Shape shape() {
    return shape;
  }

  ElementType type() {
    return type;
  }

  long byteSize() {
    return count(shape) * (long) type.byteSize();
  }

  void writeValues(ChannelOutput out) throws IOException {
    values.writeTo(out);
  }
}
