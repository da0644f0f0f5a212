package io.rhyton.keras.weights;

import io.rhyton.model.layer.Bidirectional;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.layer.Recurrent;
import io.rhyton.model.layer.TimeDistributed;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A group of the variables of a layer in a Keras 3 weights file, one for each attribute of the
 * Python object that is itself a layer.
 *
 * @param path the group below the layer's own, for instance {@code forward_layer/cell}; empty for
 *     the layer's own
 * @param weights its weights, in the order of their indices
 */
record VariableGroup(String path, List<WeightSpec> weights) {

  /** Returns the groups of a layer, its own first. */
  static List<VariableGroup> of(Layer layer, List<WeightSpec> weights) {
    if (layer instanceof Recurrent<?>) {
      return List.of(own(List.of()), new VariableGroup("cell", weights));
    } else if (layer instanceof Bidirectional<?> both) {
      return join(
          inside("forward_layer", both.layer(), part(weights, both.forwardName())),
          inside("backward_layer", both.backward(), part(weights, both.backwardName())));
    } else if (layer instanceof TimeDistributed each) {
      return join(inside("layer", each.layer(), weights), List.of());
    } else if (layer instanceof MultiHeadAttention) {
      return List.of(
          own(List.of()),
          new VariableGroup("query_dense", part(weights, "query")),
          new VariableGroup("key_dense", part(weights, "key")),
          new VariableGroup("value_dense", part(weights, "value")),
          new VariableGroup("output_dense", part(weights, "attention_output")));
    }
    return List.of(own(weights));
  }

  private static VariableGroup own(List<WeightSpec> weights) {
    return new VariableGroup("", weights);
  }

  private static List<VariableGroup> join(List<VariableGroup> first, List<VariableGroup> second) {
    List<VariableGroup> groups = new ArrayList<>(List.of(own(List.of())));
    groups.addAll(first);
    groups.addAll(second);
    return groups;
  }

  private static List<VariableGroup> inside(
      String attribute, Layer layer, List<WeightSpec> weights) {
    return of(layer, weights).stream()
        .map(
            group ->
                new VariableGroup(
                    group.path.isEmpty() ? attribute : attribute + "/" + group.path, group.weights))
        .toList();
  }

  /** Returns the weights of an inner layer. */
  private static List<WeightSpec> part(List<WeightSpec> weights, String name) {
    return weights.stream().filter(weight -> weight.name().contains("/" + name + "/")).toList();
  }

  /** Returns the path of its variables, below a group. */
  String variables(String group) {
    return path.isEmpty() ? group + "/vars" : group + "/" + path + "/vars";
  }
}
