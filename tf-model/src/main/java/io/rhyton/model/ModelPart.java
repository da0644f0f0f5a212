package io.rhyton.model;

import io.rhyton.model.Node.Use;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Extracts the part of a model that computes the output of a given layer. */
final class ModelPart {
  private ModelPart() {}

  static ModelSpec of(ModelSpec model, String layer) {
    return model.type() == ModelType.SEQUENTIAL ? chain(model, layer) : graph(model, layer);
  }

  private static ModelSpec chain(ModelSpec model, String layer) {
    int last = model.layers().indexOf(model.layer(layer));
    return ModelSpec.sequential(model.name(), model.layers().subList(0, last + 1));
  }

  private static ModelSpec graph(ModelSpec model, String layer) {
    ModelNodes nodes = ModelNodes.of(model);
    Node<?> output = nodes.output(layer);
    Set<Use> leading = new HashSet<>(Functional.order(List.of(output.use())));
    List<Node<?>> inputs =
        nodes.inputs().stream().filter(input -> leading.contains(input.use())).toList();
    return Functional.build(model.name(), inputs, List.of(output));
  }
}
