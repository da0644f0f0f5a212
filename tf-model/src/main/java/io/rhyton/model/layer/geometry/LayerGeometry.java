package io.rhyton.model.layer.geometry;

import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * What a layer makes of its inputs.
 *
 * @param outputs the output shapes, the batch first and unknown; one, unless the layer is a model
 * @param weights the weights it needs, in Keras's order of creation
 */
public record LayerGeometry(List<Shape> outputs, List<WeightSpec> weights) {

  /** Copies the lists. */
  public LayerGeometry {
    outputs = List.copyOf(outputs);
    weights = List.copyOf(weights);
  }

  public static LayerGeometry of(Shape output, WeightSpec... weights) {
    return of(output, List.of(weights));
  }

  public static LayerGeometry of(Shape output, List<WeightSpec> weights) {
    return new LayerGeometry(List.of(output), weights);
  }
}
