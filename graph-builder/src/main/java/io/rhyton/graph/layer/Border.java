package io.rhyton.graph.layer;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A border of pixels around an image, to be padded or cropped.
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

  /** Returns this border with additional rows below and columns at the right. */
  Border wider(long below, long after) {
    return new Border(top, bottom + below, left, right + after);
  }

  /** The border in TensorFlow's format: before and after, for each spatial axis. */
  Operand<TInt64> perAxis(Ops tf) {
    return tf.constant(new long[][] {{top, bottom}, {left, right}});
  }

  /** Pads images with zeros. The gradient of padding only supports int32 sizes. */
  Operand<TFloat32> around(Ops tf, Operand<TFloat32> images) {
    return tf.pad(
        images,
        tf.constant(
            new int[][] {{0, 0}, {(int) top, (int) bottom}, {(int) left, (int) right}, {0, 0}}),
        tf.constant(0f));
  }
}
