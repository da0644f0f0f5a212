package io.rhyton.graph.layer;

import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A convolution without a dilation, which TensorFlow computes. */
interface Convolution {

  /**
   * Emits it.
   *
   * @param image any images
   * @param padding one that TensorFlow has: not {@link Padding#CAUSAL}
   */
  Operand<TFloat32> of(Operand<TFloat32> image, Size2D strides, Padding padding);
}
