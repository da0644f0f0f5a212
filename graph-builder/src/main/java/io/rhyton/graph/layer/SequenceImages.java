package io.rhyton.graph.layer;

import io.rhyton.model.shape.Sizes;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;

/** Sequences as images of height 1, for which TensorFlow has faster ops. */
final class SequenceImages {
  private SequenceImages() {}

  /** The input as {@code [batch, 1, timesteps, features]}. */
  static Operand<TFloat32> input(LayerScope scope) {
    if (!Sizes.areKnown(scope.inputShape())) {
      return scope.tf().expandDims(scope.input(), scope.tf().constant(1));
    }
    Shape shape = scope.inputShape();
    Ops tf = scope.tf();
    return tf.reshape(scope.input(), tf.constant(new long[] {-1, 1, shape.get(1), shape.get(2)}));
  }

  /** The output {@code [batch, timesteps, features]} from such an image. */
  static Operand<TFloat32> output(LayerScope scope, Operand<TFloat32> image) {
    if (!Sizes.areKnown(scope.outputShape())) {
      return scope.tf().squeeze(image, Squeeze.axis(List.of(1L)));
    }
    Shape shape = scope.outputShape();
    Ops tf = scope.tf();
    return tf.reshape(image, tf.constant(new long[] {-1, shape.get(1), shape.get(2)}));
  }
}
