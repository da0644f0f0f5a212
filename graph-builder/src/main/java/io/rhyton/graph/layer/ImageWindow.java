package io.rhyton.graph.layer;

import io.rhyton.model.shape.Size2D;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A rectangular window of an image.
 *
 * @param top the number of rows above the window
 * @param left the number of columns to the left of the window
 * @param size the size of the window
 */
public record ImageWindow(int top, int left, Size2D size) {

  /** Crops images to this window. */
  Operand<TFloat32> of(Ops tf, Operand<TFloat32> images) {
    // A size of -1 means the whole axis.
    return tf.slice(
        images,
        tf.constant(new int[] {0, top, left, 0}),
        tf.constant(new int[] {-1, size.height(), size.width(), -1}));
  }
}
