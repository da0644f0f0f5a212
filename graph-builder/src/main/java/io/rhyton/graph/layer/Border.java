package io.rhyton.graph.layer;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Pixels around an image, that are added to it or taken from it.
 *
 * @param top rows above
 * @param bottom rows below
 * @param left columns before
 * @param right columns after
 */
record Border(long top, long bottom, long left, long right) {
  static final Border NONE = new Border(0, 0, 0, 0);

  long rows() {
    return top + bottom;
  }

  long columns() {
    return left + right;
  }

  /** The same with more below and at the right. */
  Border wider(long below, long after) {
    return new Border(top, bottom + below, left, right + after);
  }

  /** TensorFlow's form: before and after each axis of an image. */
  Operand<TInt64> perAxis(Ops tf) {
    return tf.constant(new long[][] {{top, bottom}, {left, right}});
  }

  /** Images with zeros around them. The gradient of padding knows sizes of 32 bits alone. */
  Operand<TFloat32> around(Ops tf, Operand<TFloat32> images) {
    return tf.pad(
        images,
        tf.constant(
            new int[][] {{0, 0}, {(int) top, (int) bottom}, {(int) left, (int) right}, {0, 0}}),
        tf.constant(0f));
  }
}
