package io.rhyton.keras.model;

import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ResolvedCall;
import io.rhyton.model.layer.BatchNormalization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Normalizes the axis of batch normalization: Keras 2 always writes it as non-negative. The last
 * axis becomes -1, the default in Keras 3.
 */
final class LastAxis {
  private LastAxis() {}

  /** Returns the model with the last axes as -1, where the axis is a list, as Keras 2 writes it. */
  static ModelSpec named(ModelSpec model, List<ParsedLayer> layers) {
    Set<String> counted =
        layers.stream()
            .filter(layer -> layer.layer() instanceof BatchNormalization)
            .filter(layer -> layer.value().get("config").get("axis").isList())
            .map(ParsedLayer::name)
            .collect(Collectors.toSet());
    if (counted.isEmpty()) {
      return model;
    }
    Map<String, Integer> ranks = new HashMap<>();
    for (ResolvedCall call : model.resolve().calls()) {
      if (counted.contains(call.layer())) {
        ranks.put(call.layer(), call.inputShapes().get(0).numDimensions());
      }
    }
    return new ModelSpec(
        model.name(),
        model.type(),
        model.layers().stream()
            .map(layer -> named(layer, ranks.getOrDefault(layer.name(), 0)))
            .toList(),
        model.inputs(),
        model.outputs());
  }

  private static LayerSpec named(LayerSpec spec, int rank) {
    return spec.layer() instanceof BatchNormalization layer && layer.axis() == rank - 1
        ? new LayerSpec(spec.name(), layer.axis(-1), spec.trainable(), spec.calls())
        : spec;
  }
}
