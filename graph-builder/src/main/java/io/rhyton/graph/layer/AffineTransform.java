package io.rhyton.graph.layer;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;

/**
 * The affine transforms of a batch of images: the output pixel at column {@code x} and row {@code
 * y} is sampled from column {@code xx · x + xy · y + xAt} and row {@code yx · x + yy · y + yAt} of
 * the input. Every component holds one value per image, {@code [batch]}.
 *
 * @param xx the coefficient of the output column in the input column
 * @param xy the coefficient of the output row in the input column
 * @param xAt the input column of the output pixel (0, 0)
 * @param yx the coefficient of the output column in the input row
 * @param yy the coefficient of the output row in the input row
 * @param yAt the input row of the output pixel (0, 0)
 */
public record AffineTransform(
    Operand<TFloat32> xx,
    Operand<TFloat32> xy,
    Operand<TFloat32> xAt,
    Operand<TFloat32> yx,
    Operand<TFloat32> yy,
    Operand<TFloat32> yAt) {

  /** Rotates images about their center, counter-clockwise, by an angle in radians. */
  static AffineTransform rotation(
      Ops tf, Operand<TFloat32> angle, Dimension height, Dimension width) {
    Operand<TFloat32> centerX = center(tf, width);
    Operand<TFloat32> centerY = center(tf, height);
    Operand<TFloat32> cos = tf.math.cos(angle);
    Operand<TFloat32> sin = tf.math.sin(angle);
    Operand<TFloat32> minusSin = tf.math.neg(sin);
    return new AffineTransform(
        cos,
        minusSin,
        remainder(tf, centerX, tf.math.mul(centerX, cos), tf.math.mul(centerY, minusSin)),
        sin,
        cos,
        remainder(tf, centerY, tf.math.mul(centerX, sin), tf.math.mul(centerY, cos)));
  }

  /** The middle between the first and the last of some pixels. */
  private static Operand<TFloat32> center(Ops tf, Dimension pixels) {
    return pixels.isKnown()
        ? tf.constant(0.5f * (pixels.known() - 1))
        : tf.math.mul(tf.math.sub(pixels.number(tf), tf.constant(1f)), tf.constant(0.5f));
  }

  private static Operand<TFloat32> remainder(
      Ops tf, Operand<TFloat32> of, Operand<TFloat32> first, Operand<TFloat32> second) {
    return tf.math.sub(tf.math.sub(of, first), second);
  }

  /** Shifts images by the given numbers of pixels to the right and down. */
  static AffineTransform translation(Ops tf, Operand<TFloat32> right, Operand<TFloat32> down) {
    Operand<TFloat32> none = tf.zerosLike(right);
    Operand<TFloat32> one = tf.onesLike(right);
    return new AffineTransform(one, none, tf.math.neg(right), none, one, tf.math.neg(down));
  }

  /** Zooms images about their center; factors above 1 zoom out. */
  static AffineTransform zoom(
      Ops tf,
      Operand<TFloat32> horizontal,
      Operand<TFloat32> vertical,
      Dimension height,
      Dimension width) {
    Operand<TFloat32> none = tf.zerosLike(horizontal);
    return new AffineTransform(
        horizontal,
        none,
        offset(tf, horizontal, width),
        none,
        vertical,
        offset(tf, vertical, height));
  }

  /** The offset that keeps the center fixed. */
  private static Operand<TFloat32> offset(Ops tf, Operand<TFloat32> factor, Dimension side) {
    return tf.math.mul(center(tf, side), tf.math.sub(tf.constant(1f), factor));
  }

  /**
   * The transforms in TensorFlow's format, {@code [batch, 8]}; the last two coefficients, which
   * would make them projective, are 0.
   */
  Operand<TFloat32> rows(Ops tf) {
    Operand<TFloat32> none = tf.zerosLike(xx);
    return tf.stack(List.of(xx, xy, xAt, yx, yy, yAt, none, none), Stack.axis(1L));
  }
}
