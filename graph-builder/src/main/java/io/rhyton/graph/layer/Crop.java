package io.rhyton.graph.layer;

import io.rhyton.model.shape.Size2D;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * A rectangular window of images, which may be known only when the graph runs.
 *
 * @param top the number of rows above the window
 * @param left the number of columns to the left of the window
 * @param height the number of rows in the window
 * @param width the number of columns in the window
 */
record Crop(Dimension top, Dimension left, Dimension height, Dimension width) {

  /** Crops images to this window. */
  Operand<TFloat32> of(Ops tf, Operand<TFloat32> images) {
    Dimension first = Dimension.of(0);
    // A size of -1 means the whole axis. The gradient only supports int32.
    Dimension all = Dimension.of(-1);
    return tf.slice(
        images,
        Dimension.vector(tf, List.of(first, top, left, first)),
        Dimension.vector(tf, List.of(all, height, width, all)));
  }

  /** The height and width. */
  List<Dimension> size() {
    return List.of(height, width);
  }

  /**
   * Returns this window for images of at least a size, and another one for smaller images.
   *
   * @param images the height and width of the images
   */
  Crop ifAtLeast(Ops tf, List<Dimension> images, Size2D least, Crop otherwise) {
    Dimension rows = images.get(0);
    Dimension columns = images.get(1);
    if (rows.isBelow(least.height()) || columns.isBelow(least.width())) {
      return otherwise;
    }
    if (rows.isKnown() && columns.isKnown()) {
      return this;
    }
    Operand<TBool> isLarge =
        tf.math.logicalAnd(
            tf.math.greaterEqual(rows.scalar(tf), tf.constant(least.height())),
            tf.math.greaterEqual(columns.scalar(tf), tf.constant(least.width())));
    return new Crop(
        top.where(tf, isLarge, otherwise.top),
        left.where(tf, isLarge, otherwise.left),
        height.where(tf, isLarge, otherwise.height),
        width.where(tf, isLarge, otherwise.width));
  }
}
