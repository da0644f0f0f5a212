package io.rhyton.graph.layer;

import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TFloating;

/**
 * Emits the convolutions and matrix products of a layer in the compute dtype: inputs are cast to it
 * and outputs back to float32, so that TensorFlow's gradients do the same. Batched matrix products
 * stay in float32: their gradient does not support float16 on the CPU.
 */
final class ComputeOps {
  private final Ops tf;
  private final Class<? extends TFloating> type;

  /** The casts so far, so that a kernel is cast only once, however often a layer reads it. */
  private final Map<Output<?>, Operand<?>> cast = new HashMap<>();

  ComputeOps(Ops tf, ComputeDtype type) {
    this.tf = tf;
    this.type = type.type();
  }

  Ops tf() {
    return tf;
  }

  Operand<TFloat32> convolve(
      Operand<TFloat32> image, Operand<TFloat32> kernel, Size2D strides, Padding padding) {
    return convolve(type, image, kernel, strides, padding);
  }

  private <T extends TFloating> Operand<TFloat32> convolve(
      Class<T> type,
      Operand<TFloat32> image,
      Operand<TFloat32> kernel,
      Size2D strides,
      Padding padding) {
    return out(
        tf.nn.conv2d(
            in(type, image), in(type, kernel), ConvolutionOps.perAxis(strides), padding.name()));
  }

  /** Convolves each channel separately. */
  Operand<TFloat32> convolveDepthwise(
      Operand<TFloat32> image, Operand<TFloat32> kernel, Size2D strides, Padding padding) {
    return convolveDepthwise(type, image, kernel, strides, padding);
  }

  private <T extends TFloating> Operand<TFloat32> convolveDepthwise(
      Class<T> type,
      Operand<TFloat32> image,
      Operand<TFloat32> kernel,
      Size2D strides,
      Padding padding) {
    return out(
        tf.nn.depthwiseConv2dNative(
            in(type, image), in(type, kernel), ConvolutionOps.perAxis(strides), padding.name()));
  }

  /**
   * Emits a transposed convolution, the gradient of a convolution with respect to its input.
   *
   * @param shape the shape of that input
   */
  Operand<TFloat32> transpose(
      Operand<TInt32> shape,
      Operand<TFloat32> image,
      Operand<TFloat32> kernel,
      Size2D strides,
      Padding padding) {
    return transpose(type, shape, image, kernel, strides, padding);
  }

  private <T extends TFloating> Operand<TFloat32> transpose(
      Class<T> type,
      Operand<TInt32> shape,
      Operand<TFloat32> image,
      Operand<TFloat32> kernel,
      Size2D strides,
      Padding padding) {
    return out(
        tf.nn.conv2dBackpropInput(
            shape,
            in(type, kernel),
            in(type, image),
            ConvolutionOps.perAxis(strides),
            padding.name()));
  }

  /** Multiplies two matrices. */
  Operand<TFloat32> multiply(Operand<TFloat32> rows, Operand<TFloat32> columns) {
    return multiply(type, rows, columns);
  }

  private <T extends TFloating> Operand<TFloat32> multiply(
      Class<T> type, Operand<TFloat32> rows, Operand<TFloat32> columns) {
    return out(tf.linalg.matMul(in(type, rows), in(type, columns)));
  }

  private <T extends TFloating> Operand<T> in(Class<T> type, Operand<TFloat32> value) {
    Output<TFloat32> whole = value.asOutput();
    if (type == TFloat32.class) {
      return whole.expect(type);
    }
    Operand<?> known = cast.get(whole);
    if (known == null) {
      known = tf.dtypes.cast(whole, type);
      cast.put(whole, known);
    }
    return known.asOutput().expect(type);
  }

  private Operand<TFloat32> out(Operand<? extends TFloating> product) {
    return product.type() == TFloat32.class
        ? product.asOutput().expect(TFloat32.class)
        : tf.dtypes.cast(product, TFloat32.class);
  }
}
