package io.rhyton.keras.weights;

import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a model, and what a file holds for it.
 *
 * @param layer the layer's name, those of the models around it before it
 * @param weights its weights, in the order of the file
 * @param place where they are in the file; null if the file has no such layer
 * @param datasets what is there, a path each
 */
public record LayerMatch(
    String layer, List<WeightSpec> weights, @Nullable String place, List<String> datasets) {

  /** A layer that the file does not have. */
  static LayerMatch missing(String layer, List<WeightSpec> weights) {
    return new LayerMatch(layer, weights, null, List.of());
  }
}
