package io.rhyton.graph.layer;

import io.rhyton.model.shape.Sizes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A size of a tensor along one axis: a constant if it is known when the graph is built, otherwise a
 * scalar that the graph computes for each batch. Sizes computed from known sizes are known, so that
 * a graph without unknown sizes contains only constants.
 */
final class Dimension {
  private final long known;
  private final @Nullable Operand<TInt32> computed;

  private Dimension(long known, @Nullable Operand<TInt32> computed) {
    this.known = known;
    this.computed = computed;
  }

  static Dimension of(long size) {
    return new Dimension(size, null);
  }

  /** Returns a size that the graph computes, a scalar. */
  static Dimension of(Operand<TInt32> size) {
    return new Dimension(Sizes.ANY, size);
  }

  /** Returns the size of a tensor along an axis: a constant if its inferred shape contains it. */
  static Dimension of(Ops tf, Operand<TFloat32> tensor, Shape inferred, int axis) {
    return Sizes.isKnown(inferred.get(axis))
        ? of(inferred.get(axis))
        : of(tf.gather(tf.shape(tensor), tf.constant(axis), tf.constant(0)));
  }

  /**
   * Returns the sizes of a tensor, as a starting point for a reshape. The first one, the batch
   * size, is -1, which a reshape infers.
   */
  static List<Dimension> sizes(Ops tf, Operand<TFloat32> tensor, Shape inferred) {
    List<Dimension> sizes = new ArrayList<>(List.of(of(Sizes.ANY)));
    for (int axis = 1; axis < inferred.numDimensions(); axis++) {
      sizes.add(of(tf, tensor, inferred, axis));
    }
    return sizes;
  }

  boolean isKnown() {
    return computed == null;
  }

  /** Returns the size, which must be known. */
  long known() {
    if (computed != null) {
      throw new IllegalStateException("the size is only known when the graph runs");
    }
    return known;
  }

  /** Returns the size as a scalar. */
  Operand<TInt32> scalar(Ops tf) {
    return computed == null ? tf.constant(Math.toIntExact(known)) : computed;
  }

  /** Returns the size as a scalar float. */
  Operand<TFloat32> number(Ops tf) {
    return computed == null ? tf.constant((float) known) : tf.dtypes.cast(computed, TFloat32.class);
  }

  /** Returns sizes as a vector. */
  static Operand<TInt32> vector(Ops tf, List<Dimension> sizes) {
    return sizes.stream().allMatch(Dimension::isKnown)
        ? tf.constant(sizes.stream().mapToInt(size -> Math.toIntExact(size.known)).toArray())
        : tf.stack(sizes.stream().map(size -> size.scalar(tf)).toList());
  }

  /**
   * Reshapes a tensor. A size of -1 is inferred; if any other size is unknown, only that of the
   * batch can be -1.
   */
  static Operand<TFloat32> reshape(Ops tf, Operand<TFloat32> tensor, List<Dimension> sizes) {
    return sizes.stream().allMatch(Dimension::isKnown)
        ? tf.reshape(tensor, tf.constant(sizes.stream().mapToLong(Dimension::known).toArray()))
        : tf.reshape(tensor, vector(tf, sizes));
  }

  Dimension plus(Ops tf, Dimension other) {
    if (isKnown() && other.isKnown()) {
      return of(known + other.known);
    }
    return isZero() ? other : other.isZero() ? this : of(tf.math.add(scalar(tf), other.scalar(tf)));
  }

  private boolean isZero() {
    return isKnown() && known == 0;
  }

  Dimension plus(Ops tf, long number) {
    return plus(tf, of(number));
  }

  Dimension minus(Ops tf, Dimension other) {
    if (isKnown() && other.isKnown()) {
      return of(known - other.known);
    }
    return other.isZero() ? this : of(tf.math.sub(scalar(tf), other.scalar(tf)));
  }

  Dimension times(Ops tf, Dimension factor) {
    if (isKnown() && factor.isKnown()) {
      return of(known * factor.known);
    }
    return of(tf.math.mul(scalar(tf), factor.scalar(tf)));
  }

  Dimension times(Ops tf, long factor) {
    return factor == 1 ? this : times(tf, of(factor));
  }

  /** Returns the quotient, rounded down. */
  Dimension dividedBy(Ops tf, long divisor) {
    if (isKnown()) {
      return of(Math.floorDiv(known, divisor));
    }
    return divisor == 1
        ? this
        : of(tf.math.floorDiv(scalar(tf), tf.constant(Math.toIntExact(divisor))));
  }

  /** Returns the quotient, rounded up. */
  Dimension ceilDiv(Ops tf, long divisor) {
    return plus(tf, divisor - 1).dividedBy(tf, divisor);
  }

  /** Returns the difference to the next multiple of a divisor. */
  Dimension paddingToMultipleOf(Ops tf, long divisor) {
    return ceilDiv(tf, divisor).times(tf, divisor).minus(tf, this);
  }

  /** Returns this size or the given minimum, whichever is larger. */
  Dimension atLeast(Ops tf, long least) {
    return isKnown()
        ? of(Math.max(known, least))
        : of(tf.math.maximum(scalar(tf), tf.constant(Math.toIntExact(least))));
  }

  /** Returns this size or another one, whichever is smaller. */
  Dimension atMost(Ops tf, Dimension most) {
    return isKnown() && most.isKnown()
        ? of(Math.min(known, most.known))
        : of(tf.math.minimum(scalar(tf), most.scalar(tf)));
  }

  /** Whether this size is known, and smaller than another one. */
  boolean isBelow(long least) {
    return isKnown() && known < least;
  }

  /** Returns this size where a condition is true, else another one. */
  Dimension where(Ops tf, Operand<TBool> condition, Dimension otherwise) {
    return of(tf.select(condition, scalar(tf), otherwise.scalar(tf)));
  }
}
