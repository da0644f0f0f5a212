package io.rhyton.model.shape;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.tensorflow.ndarray.Shape;

/** Shapes as error messages show them: {@code [?, 32, 32, 3]}. */
public final class ShapeText {
  private ShapeText() {}

  /** The sizes in brackets, {@code ?} for one that is not known. */
  public static String of(Shape shape) {
    return LongStream.of(shape.asArray())
        .mapToObj(size -> size == Shape.UNKNOWN_SIZE ? "?" : Long.toString(size))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
