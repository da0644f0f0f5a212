package io.rhyton.model.layer;

import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * What a layer makes of its inputs.
 *
 * @param output the output shape, the batch first and unknown
 * @param weights the weights it needs, in Keras's order of creation
 */
public record LayerGeometry(Shape output, List<WeightSpec> weights) {

  /** Copies the list. */
  public LayerGeometry {
    weights = List.copyOf(weights);
  }

  static LayerGeometry of(Shape output, WeightSpec... weights) {
    return new LayerGeometry(output, List.of(weights));
  }
}
