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
 * Keras 2 counts the axis of a batch normalisation from the front, whatever its user wrote. Where
 * it is the last one it is called -1, its name and default in Keras 3.
 */
final class LastAxis {
  private LastAxis() {}

  /** The model with the last axes called -1, where a list tells that Keras 2 wrote them. */
  static ModelSpec named(ModelSpec model, List<ReadLayer> layers) {
    Set<String> counted =
        layers.stream()
            .filter(layer -> layer.layer() instanceof BatchNormalization)
            .filter(layer -> layer.value().get("config").get("axis").isList())
            .map(ReadLayer::name)
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
