package io.rhyton.graph.layer;

import io.rhyton.model.shape.Size2D;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The rotation, shift, shear and zoom of each image in a batch. Every component holds one value per
 * image, {@code [batch]}.
 *
 * @param angle the rotation, in radians
 * @param right the horizontal shift of the sampled points, in columns
 * @param down the vertical shift of the sampled points, in rows
 * @param shear the shear angle, in radians
 * @param across the horizontal zoom factor: above 1 zooms out, negative flips left to right
 * @param along the vertical zoom factor: above 1 zooms out, negative flips top to bottom
 */
public record ImageView(
    Operand<TFloat32> angle,
    Operand<TFloat32> right,
    Operand<TFloat32> down,
    Operand<TFloat32> shear,
    Operand<TFloat32> across,
    Operand<TFloat32> along) {

  /**
   * Returns the transform that zooms, shears, shifts and then rotates about the center: the product
   * of the four matrices of {@code apply_affine_transform} in {@code
   * keras/src/legacy/preprocessing/image.py}, Keras 3.15.
   */
  public AffineTransform transform(Ops tf, Size2D size) {
    Operand<TFloat32> cos = tf.math.cos(angle);
    Operand<TFloat32> sin = tf.math.sin(angle);
    Operand<TFloat32> leant = tf.math.add(angle, shear);
    Operand<TFloat32> xx = tf.math.mul(cos, across);
    Operand<TFloat32> xy = tf.math.neg(tf.math.mul(tf.math.sin(leant), along));
    Operand<TFloat32> yx = tf.math.mul(sin, across);
    Operand<TFloat32> yy = tf.math.mul(tf.math.cos(leant), along);
    Operand<TFloat32> movedRight = tf.math.sub(tf.math.mul(cos, right), tf.math.mul(sin, down));
    Operand<TFloat32> movedDown = tf.math.add(tf.math.mul(sin, right), tf.math.mul(cos, down));
    Operand<TFloat32> centerX = tf.constant(0.5f * (size.width() - 1));
    Operand<TFloat32> centerY = tf.constant(0.5f * (size.height() - 1));
    return new AffineTransform(
        xx,
        xy,
        tf.math.sub(tf.math.add(centerX, movedRight), sum(tf, xx, centerX, xy, centerY)),
        yx,
        yy,
        tf.math.sub(tf.math.add(centerY, movedDown), sum(tf, yx, centerX, yy, centerY)));
  }

  private static Operand<TFloat32> sum(
      Ops tf, Operand<TFloat32> a, Operand<TFloat32> x, Operand<TFloat32> b, Operand<TFloat32> y) {
    return tf.math.add(tf.math.mul(a, x), tf.math.mul(b, y));
  }
}
