package io.rhyton.graph;

import io.rhyton.model.layer.Padding;
import io.rhyton.model.layer.Size2D;
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
