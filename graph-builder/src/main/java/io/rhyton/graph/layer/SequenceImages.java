package io.rhyton.graph.layer;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Sequences as images of height 1, for which TensorFlow has faster ops. */
final class SequenceImages {
  private SequenceImages() {}

  /** The input as {@code [batch, 1, timesteps, features]}. */
  static Operand<TFloat32> input(LayerScope scope) {
    List<Dimension> sizes = scope.inputSizes();
    sizes.add(1, Dimension.of(1));
    return Dimension.reshape(scope.tf(), scope.input(), sizes);
  }

  /** The output {@code [batch, timesteps, features]} from such an image. */
  static Operand<TFloat32> output(LayerScope scope, Operand<TFloat32> image) {
    Shape shape = scope.outputShape();
    Shape asImage = Shape.of(shape.get(0), 1, shape.get(1), shape.get(2));
    List<Dimension> sizes = Dimension.sizes(scope.tf(), image, asImage);
    sizes.remove(1);
    return Dimension.reshape(scope.tf(), image, sizes);
  }
}
