package io.rhyton.model;

import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The connections between the layers of a model, validated: every reference resolves, and every
 * layer contributes to an output.
 */
final class ModelLinks {
  private final String model;
  private final Map<String, LayerSpec> layers = new LinkedHashMap<>();

  private ModelLinks(String model) {
    this.model = model;
  }

  static ModelLinks check(
      String model,
      ModelType type,
      List<LayerSpec> layers,
      List<String> inputs,
      List<LayerOutput> outputs) {
    ModelLinks links = new ModelLinks(model);
    layers.forEach(links::add);
    layers.forEach(links::requireSources);
    links.requireInputs(inputs);
    links.requireOutputs(outputs);
    if (type == ModelType.SEQUENTIAL) {
      links.requireChain(layers, outputs);
    }
    links.requireUsed(outputs);
    return links;
  }

  List<LayerSpec> layers() {
    return List.copyOf(layers.values());
  }

  LayerSpec layer(String name) {
    LayerSpec layer = layers.get(name);
    if (layer == null) {
      throw new IllegalStateException(
          "no layer " + MessageText.name(name) + " among those checked");
    }
    return layer;
  }

  LayerCall call(CallId id) {
    return layer(id.layer()).calls().get(id.call());
  }

  /**
   * Returns the calls that the outputs depend on, in topological order.
   *
   * @param entered called with each call when a traversal from the outputs first reaches it
   * @throws SpecException if the graph has a cycle
   */
  List<CallId> callsTo(List<LayerOutput> outputs, Consumer<CallId> entered) {
    return DepthFirst.order(calls(outputs), id -> calls(call(id).inputs()), entered, this::cycle);
  }

  private static List<CallId> calls(List<LayerOutput> outputs) {
    return outputs.stream().map(CallId::of).toList();
  }

  private void add(LayerSpec layer) {
    if (layers.put(layer.name(), layer) != null) {
      throw new SpecException(
          where(),
          "unique layer names",
          MessageText.name(layer.name()) + " twice",
          "Name one of them with add(name, layer).");
    }
  }

  private void requireSources(LayerSpec layer) {
    for (LayerCall call : layer.calls()) {
      for (LayerOutput input : call.inputs()) {
        if (!exists(input)) {
          throw new SpecException(
              "Layer " + MessageText.name(layer.name()),
              "inputs that are outputs of layers of the model",
              input.toString(),
              "Use outputs of layers of the model.");
        }
      }
    }
  }

  /** The number of outputs of a layer is only known after shape inference. */
  private boolean exists(LayerOutput output) {
    LayerSpec layer = layers.get(output.layer());
    return layer != null && output.call() < layer.calls().size();
  }

  private void requireInputs(List<String> inputs) {
    List<String> declared =
        layers.values().stream()
            .filter(layer -> layer.layer() instanceof InputLayer)
            .map(LayerSpec::name)
            .toList();
    if (inputs.isEmpty()
        || inputs.size() != declared.size()
        || !new HashSet<>(declared).equals(new HashSet<>(inputs))) {
      throw new SpecException(
          where(),
          "its inputs to be its input layers " + declared,
          inputs.toString(),
          "List each input layer once.");
    }
  }

  private void requireOutputs(List<LayerOutput> outputs) {
    if (outputs.isEmpty() || !outputs.stream().allMatch(this::exists)) {
      throw new SpecException(
          where(),
          "at least one output of the layers " + MessageText.list(layers.keySet()),
          outputs.toString(),
          "Use outputs of layers of the model.");
    }
  }

  /** Whether the layers of a model could be those of a sequential model. */
  static boolean isChain(ModelSpec model) {
    List<LayerSpec> layers = model.layers();
    return model.outputs().equals(List.of(LayerOutput.of(layers.get(layers.size() - 1).name())))
        && IntStream.range(0, layers.size())
            .allMatch(i -> isNext(layers, i) && !(layers.get(i).layer() instanceof Operation));
  }

  private static boolean isNext(List<LayerSpec> chain, int i) {
    LayerCall call =
        i == 0 ? LayerCall.on() : LayerCall.on(LayerOutput.of(chain.get(i - 1).name()));
    return chain.get(i).calls().equals(List.of(call));
  }

  private void requireChain(List<LayerSpec> chain, List<LayerOutput> outputs) {
    for (int i = 0; i < chain.size(); i++) {
      if (!isNext(chain, i)) {
        throw noChain("layer " + MessageText.name(chain.get(i).name()) + " called elsewhere");
      }
      if (chain.get(i).layer() instanceof Operation) {
        throw new SpecException(
            where(),
            "layers in a sequential model",
            "the operation " + MessageText.name(chain.get(i).name()),
            "Use a functional model.");
      }
    }
    if (!outputs.equals(List.of(LayerOutput.of(chain.get(chain.size() - 1).name())))) {
      throw noChain("outputs " + outputs);
    }
  }

  private SpecException noChain(String received) {
    return new SpecException(
        where(),
        "each layer of a sequential model to be called on the previous one",
        received,
        "Use a functional model.");
  }

  /**
   * Input layers may be unused, as in Keras files; every other call must contribute to an output.
   */
  private void requireUsed(List<LayerOutput> outputs) {
    Set<CallId> used = new HashSet<>();
    Deque<CallId> open = new ArrayDeque<>();
    outputs.forEach(output -> open.add(CallId.of(output)));
    while (!open.isEmpty()) {
      CallId id = open.remove();
      if (used.add(id)) {
        call(id).inputs().forEach(input -> open.add(CallId.of(input)));
      }
    }
    List<String> unused = new ArrayList<>();
    for (LayerSpec layer : layers.values()) {
      for (int call = 0; call < layer.calls().size(); call++) {
        if (!(layer.layer() instanceof InputLayer)
            && !used.contains(new CallId(layer.name(), call))) {
          unused.add(layer.name());
        }
      }
    }
    if (!unused.isEmpty()) {
      throw new SpecException(
          where(),
          "every layer to be connected to an output",
          unused + " that are not",
          "Remove them, or make them outputs.");
    }
  }

  private String where() {
    return "Model " + MessageText.name(model);
  }

  /** A call of a layer, by the layer's name and the index of the call. */
  record CallId(String layer, int call) {
    static CallId of(LayerOutput output) {
      return new CallId(output.layer(), output.call());
    }
  }

  private SpecException cycle(CallId id) {
    return new SpecException(
        where(),
        "an acyclic graph",
        "a cycle through " + MessageText.name(id.layer()),
        "Call layers only on outputs of earlier layers.");
  }
}
