package io.rhyton.model;

import io.rhyton.model.ModelLinks.CallId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of {@code model.layers} in a functional model: by decreasing depth, that is distance
 * from the outputs; layers of equal depth are in the order of a traversal from the outputs. Weights
 * are stored in this order. Source: {@code map_graph} in {@code keras/src/ops/function.py}, Keras
 * 3.15.
 */
final class LayerOrder {
  private LayerOrder() {}

  static List<LayerSpec> sort(ModelLinks links, List<String> inputs, List<LayerOutput> outputs) {
    Map<String, Integer> indices = new HashMap<>();
    List<CallId> calls =
        links.callsTo(outputs, id -> indices.putIfAbsent(id.layer(), indices.size()));
    Map<String, Integer> depths = depths(links, calls);
    for (String input : inputs) {
      if (depths.putIfAbsent(input, 0) == null) {
        indices.put(input, -1);
      }
    }
    List<LayerSpec> sorted = new ArrayList<>(links.layers());
    Comparator<LayerSpec> farthestFirst =
        Comparator.comparing(layer -> -depths.getOrDefault(layer.name(), 0));
    sorted.sort(farthestFirst.thenComparing(layer -> indices.getOrDefault(layer.name(), 0)));
    return sorted;
  }

  /** The depth of a layer is the largest depth of its calls. */
  private static Map<String, Integer> depths(ModelLinks links, List<CallId> calls) {
    Map<String, Integer> ofLayer = new HashMap<>();
    Map<CallId, Integer> ofCall = new HashMap<>();
    for (int i = calls.size() - 1; i >= 0; i--) {
      CallId id = calls.get(i);
      int depth = Math.max(ofCall.getOrDefault(id, 0), ofLayer.getOrDefault(id.layer(), 0));
      ofLayer.put(id.layer(), depth);
      for (LayerOutput input : links.call(id).inputs()) {
        ofCall.merge(CallId.of(input), depth + 1, Math::max);
      }
    }
    return ofLayer;
  }
}
