package io.rhyton.graph.layer;

import io.rhyton.model.layer.FillMode;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.shape.Size2D;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ImageProjectiveTransformV3;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

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
    // TensorFlow's op is faster, but has no C++ gradient and only an approximate one in Python.
    if (!scope.isBehindWeights()) {
      return transform(
          scope.tf(),
          scope.input(),
          transform,
          Dimension.vector(scope.tf(), List.of(scope.inputSize(1), scope.inputSize(2))));
    }
    return PixelSampling.ofInput(scope, this).transform(scope.input(), transform);
  }

  /** Transforms images, without a gradient. */
  public Operand<TFloat32> transform(
      Ops tf, Operand<TFloat32> images, AffineTransform transform, Size2D size) {
    return transform(tf, images, transform, tf.constant(new int[] {size.height(), size.width()}));
  }

  private Operand<TFloat32> transform(
      Ops tf, Operand<TFloat32> images, AffineTransform transform, Operand<TInt32> size) {
    return tf.image.imageProjectiveTransformV3(
        images,
        transform.rows(tf),
        size,
        tf.constant((float) fillValue),
        interpolation.name(),
        ImageProjectiveTransformV3.fillMode(fillMode.name()));
  }
}
