package io.rhyton.model.layer.geometry;

import io.rhyton.error.Arguments;
import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * The output shapes and the weights of a layer for given input shapes.
 *
 * @param outputs the output shapes, batch axis first, of unknown size; a single one, unless the
 *     layer is a model
 * @param weights the weights of the layer, in Keras's order of creation
 */
public record LayerGeometry(List<Shape> outputs, List<WeightSpec> weights) {

  public LayerGeometry {
    outputs = Arguments.copyOf("outputs", outputs);
    weights = Arguments.copyOf("weights", weights);
  }

  /** Returns the geometry of a layer with one output. */
  public static LayerGeometry of(Shape output, WeightSpec... weights) {
    return of(output, List.of(weights));
  }

  /** Returns the geometry of a layer with one output. */
  public static LayerGeometry of(Shape output, List<WeightSpec> weights) {
    return new LayerGeometry(List.of(output), weights);
  }
}
