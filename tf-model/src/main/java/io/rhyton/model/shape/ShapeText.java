package io.rhyton.model.shape;

import io.rhyton.error.MessageText;
import java.util.Objects;
import java.util.stream.LongStream;
import org.tensorflow.ndarray.Shape;

/** Formats shapes for error messages: {@code [?, 32, 32, 3]}. */
public final class ShapeText {
  private ShapeText() {}

  /**
   * Returns the sizes in brackets, with {@code ?} for unknown ones; {@code [...]} if the rank is
   * unknown.
   */
  public static String of(Shape shape) {
    Objects.requireNonNull(shape, "shape");
    if (shape.isUnknown()) {
      return "[...]";
    }
    return MessageText.list(
        LongStream.of(shape.asArray())
            .mapToObj(size -> size == Shape.UNKNOWN_SIZE ? "?" : Long.toString(size))
            .toList());
  }
}
