package io.rhyton.model;

import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.model.ModelLinks.CallId;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.ndarray.Shape;

/**
 * Infers all shapes and weights in a single pass, and rejects a model whose shapes do not match.
 * Calls of a layer with inputs of the same shapes are inferred once: otherwise the time would grow
 * exponentially with the depth of nested models that are called twice.
 */
final class ShapeInference {
  private final ModelLinks links;
  private final Map<String, Shape> given;
  private final Map<CallId, List<Shape>> shapes = new HashMap<>();
  private final Map<String, List<WeightSpec>> weights = new HashMap<>();
  private final List<ResolvedCall> calls = new ArrayList<>();
  private final Map<Inputs, LayerGeometry> known = new HashMap<>();

  /** The inputs of a layer. Shapes with unknown sizes are never equal, but lists are. */
  private record Inputs(String layer, List<List<Long>> sizes) {}

  private ShapeInference(ModelLinks links, Map<String, Shape> given) {
    this.links = links;
    this.given = given;
  }

  /**
   * Infers the shapes of a model.
   *
   * @param given the shapes of input layers by name, if they are better known than these say
   */
  static ResolvedModel resolve(
      String name,
      ModelType type,
      ModelLinks links,
      List<String> inputs,
      List<LayerOutput> outputs,
      Map<String, Shape> given) {
    ShapeInference inference = new ShapeInference(links, given);
    List<LayerOutput> ends = new ArrayList<>(outputs);
    inputs.forEach(input -> ends.add(LayerOutput.of(input)));
    links.callsTo(ends, id -> {}).forEach(inference::resolve);
    outputs.forEach(output -> inference.shape("Model " + MessageText.name(name), output));
    return new ResolvedModel(
        name,
        type,
        links.layers().stream().map(inference::layer).toList(),
        inference.calls,
        inputs,
        outputs);
  }

  private void resolve(CallId id) {
    LayerSpec layer = links.layer(id.layer());
    String where = "Layer " + MessageText.name(layer.name());
    LayerCall call = links.call(id);
    List<LayerOutput> inputs = call.inputs();
    List<Shape> inputShapes = inputs.stream().map(input -> shape(where, input)).toList();
    LayerGeometry geometry =
        known.computeIfAbsent(
            new Inputs(layer.name(), sizes(inputShapes)), inputsOf -> geometry(layer, inputShapes));
    geometry.outputs().forEach(output -> requireArray(where, "a sample of its output", output));
    geometry
        .weights()
        .forEach(weight -> requireArray(where, MessageText.name(weight.name()), weight.shape()));
    shapes.put(id, geometry.outputs());
    calls.add(
        new ResolvedCall(
            id.layer(), id.call(), inputs, call.inferenceMode(), inputShapes, geometry.outputs()));
    List<WeightSpec> first = weights.putIfAbsent(layer.name(), geometry.weights());
    if (first != null && !first.equals(geometry.weights())) {
      throw new SpecException(
          where,
          "the same weights in every call: " + text(first),
          text(geometry.weights()),
          "Share a layer only between inputs of the same size.");
    }
  }

  private static List<List<Long>> sizes(List<Shape> shapes) {
    return shapes.stream().map(shape -> Arrays.stream(shape.asArray()).boxed().toList()).toList();
  }

  /** Of a nested model this infers all shapes in it. */
  private LayerGeometry geometry(LayerSpec layer, List<Shape> inputs) {
    Shape better = given.get(layer.name());
    return better != null && layer.layer() instanceof InputLayer
        ? LayerGeometry.of(better)
        : layer.layer().geometry(new LayerInputs(layer.name(), layer.layer().typeName(), inputs));
  }

  /**
   * A larger tensor would neither fit into a Java array nor be indexed by TensorFlow's 32-bit ops.
   */
  private static void requireArray(String where, String what, Shape shape) {
    double values = 1;
    for (long size : shape.asArray()) {
      values *= size == Shape.UNKNOWN_SIZE ? 1 : size;
    }
    if (values > Integer.MAX_VALUE) {
      throw new SpecException(
          where, "fewer than 2^31 values in " + what, ShapeText.of(shape), "Make it smaller.");
    }
  }

  private static String text(List<WeightSpec> weights) {
    return weights.stream()
        .map(weight -> weight.variable() + " " + ShapeText.of(weight.shape()))
        .toList()
        .toString();
  }

  private Shape shape(String where, LayerOutput output) {
    List<Shape> made = shapes.getOrDefault(CallId.of(output), List.of());
    if (output.index() >= made.size()) {
      throw new SpecException(
          where,
          "an existing output of " + MessageText.name(output.layer()),
          output + " of " + made.size(),
          "Output indices start at 0.");
    }
    return made.get(output.index());
  }

  private ResolvedLayer layer(LayerSpec layer) {
    List<WeightSpec> own = weights.getOrDefault(layer.name(), List.of());
    return new ResolvedLayer(
        layer.name(),
        layer.layer(),
        layer.trainable(),
        shapes.getOrDefault(new CallId(layer.name(), 0), List.of()),
        layer.trainable() ? own : own.stream().map(WeightSpec::frozen).toList());
  }
}
