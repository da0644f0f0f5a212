package io.rhyton.graph.layer;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * A border of pixels around an image, to be padded or cropped.
 *
 * @param top rows above
 * @param bottom rows below
 * @param left columns before
 * @param right columns after
 */
record Border(Dimension top, Dimension bottom, Dimension left, Dimension right) {
  static final Border NONE = of(0, 0, 0, 0);

  static Border of(long top, long bottom, long left, long right) {
    return new Border(
        Dimension.of(top), Dimension.of(bottom), Dimension.of(left), Dimension.of(right));
  }

  Dimension rows(Ops tf) {
    return top.plus(tf, bottom);
  }

  Dimension columns(Ops tf) {
    return left.plus(tf, right);
  }

  /** Returns this border with additional rows below and columns at the right. */
  Border wider(Ops tf, Dimension below, Dimension after) {
    return new Border(top, bottom.plus(tf, below), left, right.plus(tf, after));
  }

  private boolean isKnown() {
    return top.isKnown() && bottom.isKnown() && left.isKnown() && right.isKnown();
  }

  /** The border in TensorFlow's format: before and after, for each spatial axis. */
  Operand<TInt64> perAxis(Ops tf) {
    if (isKnown()) {
      return tf.constant(
          new long[][] {{top.known(), bottom.known()}, {left.known(), right.known()}});
    }
    return tf.dtypes.cast(
        tf.reshape(
            Dimension.vector(tf, List.of(top, bottom, left, right)), tf.constant(new int[] {2, 2})),
        TInt64.class);
  }

  /** Pads images with zeros. The gradient of the padding op only supports int32 sizes. */
  Operand<TFloat32> around(Ops tf, Operand<TFloat32> images) {
    return around(tf, images, 0);
  }

  /** Pads images with a constant value. */
  Operand<TFloat32> around(Ops tf, Operand<TFloat32> images, float value) {
    return tf.pad(images, allAxes(tf), tf.constant(value));
  }

  private Operand<TInt32> allAxes(Ops tf) {
    if (isKnown()) {
      return tf.constant(
          new int[][] {
            {0, 0},
            {(int) top.known(), (int) bottom.known()},
            {(int) left.known(), (int) right.known()},
            {0, 0}
          });
    }
    Dimension none = Dimension.of(0);
    return tf.reshape(
        Dimension.vector(tf, List.of(none, none, top, bottom, left, right, none, none)),
        tf.constant(new int[] {4, 2}));
  }
}
