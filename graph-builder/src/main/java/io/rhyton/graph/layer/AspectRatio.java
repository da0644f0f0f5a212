package io.rhyton.graph.layer;

import io.rhyton.model.shape.Size2D;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A target aspect ratio for images.
 *
 * @param size a size with this aspect ratio
 * @param isFloat32 whether side lengths are computed in float32, as TensorFlow does, or exactly, as
 *     Python does; the results may differ by a pixel
 */
public record AspectRatio(Size2D size, boolean isFloat32) {

  /** Returns the largest centered window of an image that has this aspect ratio. */
  public ImageWindow middle(Size2D image) {
    int height = Math.max(Math.min(image.height(), height(image.width())), 1);
    int width = Math.max(Math.min(image.width(), width(image.height())), 1);
    return new ImageWindow(
        (image.height() - height) / 2, (image.width() - width) / 2, new Size2D(height, width));
  }

  /** Returns the largest centered window that has this aspect ratio, of images of any size. */
  Crop middle(Ops tf, Dimension height, Dimension width) {
    Dimension rows = matchingHeight(tf, width).atMost(tf, height).atLeast(tf, 1);
    Dimension columns = matchingWidth(tf, height).atMost(tf, width).atLeast(tf, 1);
    return new Crop(
        height.minus(tf, rows).dividedBy(tf, 2),
        width.minus(tf, columns).dividedBy(tf, 2),
        rows,
        columns);
  }

  /** Returns the padding that brings images to this aspect ratio, equal on opposite sides. */
  Border missing(Ops tf, Dimension height, Dimension width) {
    Dimension top = half(tf, matchingHeight(tf, width).minus(tf, height));
    Dimension left = half(tf, matchingWidth(tf, height).minus(tf, width));
    return new Border(top, top, left, left);
  }

  private static Dimension half(Ops tf, Dimension missing) {
    return missing.atLeast(tf, 0).dividedBy(tf, 2);
  }

  private Dimension matchingHeight(Ops tf, Dimension width) {
    return width.isKnown()
        ? Dimension.of(height(Math.toIntExact(width.known())))
        : quotient(tf, width.times(tf, size.height()), size.width());
  }

  private Dimension matchingWidth(Ops tf, Dimension height) {
    return height.isKnown()
        ? Dimension.of(width(Math.toIntExact(height.known())))
        : quotient(tf, height.times(tf, size.width()), size.height());
  }

  private Dimension quotient(Ops tf, Dimension dividend, int divisor) {
    if (!isFloat32) {
      return dividend.dividedBy(tf, divisor);
    }
    Operand<TFloat32> quotient = tf.math.div(dividend.number(tf), tf.constant((float) divisor));
    return Dimension.of(tf.dtypes.cast(quotient, TInt32.class));
  }

  /** The height that matches a width. */
  private int height(int width) {
    return quotient((long) width * size.height(), size.width());
  }

  /** The width that matches a height. */
  private int width(int height) {
    return quotient((long) height * size.width(), size.height());
  }

  private int quotient(long dividend, int divisor) {
    return isFloat32 ? (int) ((float) dividend / divisor) : (int) (dividend / divisor);
  }
}
