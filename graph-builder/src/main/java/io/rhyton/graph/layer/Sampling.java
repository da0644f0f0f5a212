package io.rhyton.graph.layer;

import io.rhyton.model.layer.FillMode;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.shape.Size2D;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ImageProjectiveTransformV3;
import org.tensorflow.types.TFloat32;

/**
 * How images are interpolated between their pixels and filled outside.
 *
 * @param interpolation nearest or bilinear
 * @param fillMode how points outside the image are filled
 * @param fillValue the value of these points with {@link FillMode#CONSTANT}
 */
public record Sampling(Interpolation interpolation, FillMode fillMode, double fillValue) {

  /** Transforms the input of a layer. */
  public Operand<TFloat32> transform(LayerScope scope, AffineTransform transform) {
    Shape shape = scope.inputShape();
    // TensorFlow's op is faster, but has no C++ gradient and only an approximate one in Python.
    return scope.isBehindWeights()
        ? new PixelSampling(scope.tf(), this, shape).transform(scope.input(), transform)
        : transform(scope.tf(), scope.input(), transform, ResizingOps.size(shape));
  }

  /** Transforms images, without a gradient. */
  public Operand<TFloat32> transform(
      Ops tf, Operand<TFloat32> images, AffineTransform transform, Size2D size) {
    return tf.image.imageProjectiveTransformV3(
        images,
        transform.rows(tf),
        tf.constant(new int[] {size.height(), size.width()}),
        tf.constant((float) fillValue),
        interpolation.name(),
        ImageProjectiveTransformV3.fillMode(fillMode.name()));
  }
}
