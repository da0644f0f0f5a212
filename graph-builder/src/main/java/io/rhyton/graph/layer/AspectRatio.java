package io.rhyton.graph.layer;

import io.rhyton.model.shape.Border2D;
import io.rhyton.model.shape.Size2D;

/**
 * A target aspect ratio for images.
 *
 * @param size a size with this aspect ratio
 * @param isFloat32 whether side lengths are computed in float32, as TensorFlow does, or in float64,
 *     as Python does; the results may differ by a pixel
 */
public record AspectRatio(Size2D size, boolean isFloat32) {

  /** Returns the largest centered window of an image that has this aspect ratio. */
  public ImageWindow middle(Size2D image) {
    int height = Math.max(Math.min(image.height(), height(image)), 1);
    int width = Math.max(Math.min(image.width(), width(image)), 1);
    return new ImageWindow(
        (image.height() - height) / 2, (image.width() - width) / 2, new Size2D(height, width));
  }

  /** Returns the padding that brings an image to this aspect ratio, equal on opposite sides. */
  Border2D missing(Size2D image) {
    int top = Math.max(height(image) - image.height(), 0) / 2;
    int left = Math.max(width(image) - image.width(), 0) / 2;
    return new Border2D(top, top, left, left);
  }

  /** The height that matches the image's width. */
  private int height(Size2D image) {
    return quotient((long) image.width() * size.height(), size.width());
  }

  /** The width that matches the image's height. */
  private int width(Size2D image) {
    return quotient((long) image.height() * size.width(), size.height());
  }

  private int quotient(long dividend, int divisor) {
    return isFloat32 ? (int) ((float) dividend / divisor) : (int) ((double) dividend / divisor);
  }
}
