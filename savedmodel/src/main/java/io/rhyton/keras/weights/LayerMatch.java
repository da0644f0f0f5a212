package io.rhyton.keras.weights;

import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a model, and its weights in a file.
 *
 * @param layer the layer's name, prefixed with those of the enclosing models
 * @param weights its weights, in the order of the file
 * @param path their path in the file; null if the file has no such layer
 * @param datasets the paths of the datasets found there
 */
public record LayerMatch(
    String layer, List<WeightSpec> weights, @Nullable String path, List<String> datasets) {

  /** Returns a match of a layer that is not in the file. */
  static LayerMatch missing(String layer, List<WeightSpec> weights) {
    return new LayerMatch(layer, weights, null, List.of());
  }
}
