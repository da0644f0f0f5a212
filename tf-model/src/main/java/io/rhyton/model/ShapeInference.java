package io.rhyton.model;

import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.LayerGeometry;
import io.rhyton.model.layer.LayerInputs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.ndarray.Shape;

/** The one pass that works out every shape and weight, and refuses what does not fit. */
final class ShapeInference {
  private ShapeInference() {}

  static List<ResolvedLayer> resolve(
      String model, List<LayerNode> nodes, List<String> inputs, List<String> outputs) {
    Map<String, ResolvedLayer> resolved = new LinkedHashMap<>();
    for (LayerNode node : nodes) {
      ResolvedLayer layer = resolve(node, resolved);
      if (resolved.put(node.name(), layer) != null) {
        throw new SpecException(
            "Model '" + model + "'",
            "a different name for each layer",
            "'" + node.name() + "' twice",
            "Name one of them with add(name, layer).");
      }
    }
    requireInputs(model, inputs, resolved);
    requireOutputs(model, outputs, resolved);
    return List.copyOf(resolved.values());
  }

  private static ResolvedLayer resolve(LayerNode node, Map<String, ResolvedLayer> before) {
    List<Shape> shapes = new ArrayList<>();
    for (String input : node.inputs()) {
      ResolvedLayer source = before.get(input);
      if (source == null) {
        throw new SpecException(
            "Layer '" + node.name() + "'",
            "inputs that come before it",
            "'" + input + "'",
            "List each layer after those that it reads.");
      }
      shapes.add(source.outputShape());
    }
    LayerGeometry geometry =
        node.layer().geometry(new LayerInputs(node.name(), node.layer().typeName(), shapes));
    return new ResolvedLayer(
        node.name(), node.layer(), node.inputs(), geometry.output(), geometry.weights());
  }

  private static void requireInputs(
      String model, List<String> inputs, Map<String, ResolvedLayer> resolved) {
    List<String> declared =
        resolved.values().stream()
            .filter(layer -> layer.layer() instanceof InputLayer)
            .map(ResolvedLayer::name)
            .toList();
    if (inputs.isEmpty() || inputs.size() != declared.size() || !declared.containsAll(inputs)) {
      throw new SpecException(
          "Model '" + model + "'",
          "its inputs to be its input layers " + declared,
          inputs.toString(),
          "Name each input layer once.");
    }
  }

  private static void requireOutputs(
      String model, List<String> outputs, Map<String, ResolvedLayer> resolved) {
    if (outputs.isEmpty() || !resolved.keySet().containsAll(outputs)) {
      throw new SpecException(
          "Model '" + model + "'",
          "one output or more from " + resolved.keySet(),
          outputs.toString(),
          "Name a layer of the model.");
    }
  }
}
