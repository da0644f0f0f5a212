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
 * How images are looked at between their pixels and outside them.
 *
 * @param interpolation nearest or bilinear
 * @param fillMode what is seen outside
 * @param fillValue what is seen there with {@link FillMode#CONSTANT}
 */
public record Sampling(Interpolation interpolation, FillMode fillMode, double fillValue) {

  /** The layer's input as it is seen through a transform. */
  public Operand<TFloat32> transform(LayerScope scope, AffineTransform transform) {
    Shape shape = scope.inputShape();
    // TensorFlow's op is faster, but it has no gradient in C++, and but a rough one in Python.
    return scope.isBehindWeights()
        ? new PixelSampling(scope.tf(), this, shape).transform(scope.input(), transform)
        : transform(scope.tf(), scope.input(), transform, ResizingOps.size(shape));
  }

  /** Images as they are seen through a transform; without a gradient. */
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
