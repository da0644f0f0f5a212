package io.rhyton.applications;

import io.rhyton.model.LayerNames;
import io.rhyton.model.layer.Layer;
import java.util.HashMap;
import java.util.Map;

/**
 * Names of layers as a new session of Keras generates them: {@code conv2d}, {@code conv2d_1}, … in
 * the order of creation, which need not be that of the graph.
 *
 * <p>Source: {@code auto_name} in {@code keras/src/utils/naming.py}, Keras 3.15.
 */
final class AutoNames {
  private final Map<String, Integer> counts = new HashMap<>();

  String next(Layer layer) {
    String base = LayerNames.snakeCase(layer.typeName());
    int before = counts.merge(base, 1, Integer::sum) - 1;
    return before == 0 ? base : base + "_" + before;
  }
}
