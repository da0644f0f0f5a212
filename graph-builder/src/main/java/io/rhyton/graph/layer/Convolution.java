package io.rhyton.graph.layer;

import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A convolution without dilation, computed by a TensorFlow op. */
interface Convolution {

  /**
   * Emits the convolution.
   *
   * @param image a batch of images
   * @param padding the padding; TensorFlow does not support {@link Padding#CAUSAL}
   */
  Operand<TFloat32> of(Operand<TFloat32> image, Size2D strides, Padding padding);
}
