package io.rhyton.model.shape;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.tensorflow.ndarray.Shape;

/** Formats shapes for error messages: {@code [?, 32, 32, 3]}. */
public final class ShapeText {
  private ShapeText() {}

  /** Returns the sizes in brackets, with {@code ?} for unknown ones. */
  public static String of(Shape shape) {
    return LongStream.of(shape.asArray())
        .mapToObj(size -> size == Shape.UNKNOWN_SIZE ? "?" : Long.toString(size))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
