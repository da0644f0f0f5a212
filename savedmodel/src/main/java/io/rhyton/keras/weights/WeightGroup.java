package io.rhyton.keras.weights;

import io.rhyton.model.LayerNames;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.ResolvedLayer;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Operation;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A group of a Keras 3 weights file: the variables of one layer, numbered from 0 in the group or in
 * its subgroups. Source: {@code _save_state} in {@code keras/src/saving/saving_lib.py}, Keras 3.15.
 *
 * @param path the layer's group, for instance {@code layers/conv2d_1}
 * @param layer the layer's name, which the file only contains as an attribute
 * @param around the names of the enclosing models, each followed by {@code /}
 * @param variables its weights by canonical name, group by group
 */
public record WeightGroup(String path, String layer, String around, List<VariableGroup> variables) {

  /** Returns the groups of a model, with those of each nested model after its own. */
  public static List<WeightGroup> of(ModelSpec spec) {
    List<WeightGroup> groups = new ArrayList<>();
    collect(spec.resolve(), "", "", groups);
    return groups;
  }

  private static void collect(
      ResolvedModel model, String path, String prefix, List<WeightGroup> groups) {
    LayerNames keys = new LayerNames();
    for (ResolvedLayer layer : model.layers()) {
      // Keras never counts operations as layers, and the input only in a functional model.
      boolean isLayer =
          layer.layer() instanceof InputLayer
              ? model.type() == ModelType.FUNCTIONAL
              : !(layer.layer() instanceof Operation);
      if (!isLayer) {
        continue;
      }
      // The name of the group is derived from the layer's type, never from its name.
      String key = keys.free(layer.layer().typeName());
      keys.take(key);
      String group = path + "layers/" + key;
      if (layer.layer() instanceof NestedModel<?> nested) {
        groups.add(
            new WeightGroup(
                group, layer.name(), prefix, List.of(new VariableGroup("", List.of()))));
        collect(nested.model().resolve(), group + "/", prefix + layer.name() + "/", groups);
      } else {
        List<VariableGroup> variables =
            VariableGroup.of(layer.layer(), layer.weights()).stream()
                .map(part -> new VariableGroup(part.path(), named(part.weights(), prefix)))
                .toList();
        groups.add(new WeightGroup(group, layer.name(), prefix, variables));
      }
    }
  }

  private static List<WeightSpec> named(List<WeightSpec> weights, String prefix) {
    return prefix.isEmpty()
        ? weights
        : weights.stream()
            .map(weight -> weight.within(prefix.substring(0, prefix.length() - 1)))
            .toList();
  }

  /** Returns all its weights, in the order of the layer. */
  List<WeightSpec> weights() {
    return variables.stream().flatMap(part -> part.weights().stream()).toList();
  }

  /** Returns the layer's name, prefixed with those of the enclosing models. */
  String fullName() {
    return around + layer;
  }
}
