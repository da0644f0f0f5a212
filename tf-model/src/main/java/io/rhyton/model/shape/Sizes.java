package io.rhyton.model.shape;

import java.util.Objects;
import java.util.function.LongUnaryOperator;
import org.tensorflow.ndarray.Shape;

/**
 * Sizes that may be unknown until a batch arrives, such as those of images or sequences of any
 * size.
 */
public final class Sizes {
  /**
   * A size that may differ from batch to batch: {@code Sequential.image(ANY, ANY, 3)}. Keras's
   * {@code None}.
   */
  public static final int ANY = (int) Shape.UNKNOWN_SIZE;

  private Sizes() {}

  /** Returns whether a size is known. */
  public static boolean isKnown(long size) {
    return size != ANY;
  }

  /** Returns whether all sizes of a sample are known. */
  public static boolean areKnown(Shape batch) {
    Objects.requireNonNull(batch, "batch");
    return !batch.tail().hasUnknownDimension();
  }

  /** Returns whether two sizes are equal or may turn out to be. */
  public static boolean mayEqual(long one, long other) {
    return one == other || one == ANY || other == ANY;
  }

  /** Returns whether two shapes are equal or may turn out to be. */
  public static boolean mayEqual(Shape one, Shape other) {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(other, "other");
    boolean fits = one.numDimensions() == other.numDimensions();
    for (int i = 0; fits && i < one.numDimensions(); i++) {
      fits = mayEqual(one.get(i), other.get(i));
    }
    return fits;
  }

  /** Returns a size computed from another one, unknown if that one is. */
  public static long map(long size, LongUnaryOperator computation) {
    Objects.requireNonNull(computation, "computation");
    return size == ANY ? ANY : computation.applyAsLong(size);
  }
}
