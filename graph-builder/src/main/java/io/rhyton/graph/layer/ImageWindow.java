package io.rhyton.graph.layer;

import io.rhyton.model.shape.Size2D;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A part of an image.
 *
 * @param top how many rows are above it
 * @param left how many columns are left of it
 * @param size its size
 */
public record ImageWindow(int top, int left, Size2D size) {

  /** What is seen of images. */
  Operand<TFloat32> of(Ops tf, Operand<TFloat32> images) {
    // A size of -1 means all.
    return tf.slice(
        images,
        tf.constant(new int[] {0, top, left, 0}),
        tf.constant(new int[] {-1, size.height(), size.width(), -1}));
  }
}
