package io.rhyton.codegen;

import io.rhyton.model.LayerCall;
import io.rhyton.model.LayerNames;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.ResolvedCall;
import io.rhyton.model.ResolvedLayer;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.MultiInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Prints a model with its builder, or, if the builder cannot express it, with its constructor. */
final class ModelSource {
  private final SourceImports imports;
  private final LayerSource layers;

  ModelSource(SourceImports imports, LayerSource layers) {
    this.imports = imports;
    this.layers = layers;
  }

  ModelStatements print(ModelSpec model) {
    ModelStatements statements;
    if (!isTyped(model)) {
      return new ModelStatements(List.of(), constructor(model));
    } else if (model.type() == ModelType.SEQUENTIAL) {
      statements = new ModelStatements(List.of(), chain(model));
    } else if (CallSequence.of(model).isThatOfBuilder(model)) {
      statements = new FunctionalSource(imports, layers, model).print();
    } else {
      return new ModelStatements(List.of(), constructor(model));
    }
    return frozen(statements, model);
  }

  /** Returns whether every layer would compile in its position. */
  private static boolean isTyped(ModelSpec model) {
    ResolvedModel resolved = model.resolve();
    Map<String, Layer> layers = new HashMap<>();
    resolved.layers().forEach(layer -> layers.put(layer.name(), layer.layer()));
    return resolved.layers().stream().allMatch(ModelSource::hasBuilder)
        && resolved.calls().stream()
            .allMatch(call -> isTyped(Objects.requireNonNull(layers.get(call.layer())), call));
  }

  private static boolean hasBuilder(ResolvedLayer layer) {
    return !(layer.layer() instanceof InputLayer input) || LayerSource.hasBuilder(input);
  }

  private static boolean isTyped(Layer layer, ResolvedCall call) {
    return call.outputShapes().stream().allMatch(shape -> SourceRank.of(shape) != null)
        && call.inputShapes().stream().allMatch(shape -> SourceRank.accepts(layer, shape))
        && !mixesRanks(layer, call);
  }

  /** Returns whether it is a call of a merging layer on other ranks than the builder allows. */
  private static boolean mixesRanks(Layer layer, ResolvedCall call) {
    int made = call.outputShapes().get(0).numDimensions();
    return layer instanceof MultiInput
        && call.inputShapes().stream().anyMatch(shape -> shape.numDimensions() != made);
  }

  private static ModelStatements frozen(ModelStatements statements, ModelSpec model) {
    List<SourceExpression> names =
        model.layers().stream()
            .filter(layer -> !layer.trainable())
            .map(layer -> SourceExpression.string(layer.name()))
            .toList();
    return names.isEmpty()
        ? statements
        : new ModelStatements(statements.variables(), statements.result().call("freeze", names));
  }

  private SourceExpression chain(ModelSpec model) {
    LayerNames names = new LayerNames();
    SourceExpression text = imports.of(Sequential.class);
    for (LayerSpec layer : model.layers()) {
      String automatic = names.free(layer.layer().typeName());
      names.take(layer.name());
      List<SourceExpression> arguments = new ArrayList<>();
      if (!layer.name().equals(automatic)) {
        arguments.add(SourceExpression.string(layer.name()));
      }
      if (layer.layer() instanceof InputLayer input) {
        arguments.addAll(LayerSource.sizes(imports, input));
        text = text.call(LayerSource.method(input), arguments);
      } else {
        arguments.add(layers.print(layer.layer()));
        text = text.call("add", arguments);
      }
    }
    return text.call("build", SourceExpression.string(model.name()));
  }

  private SourceExpression constructor(ModelSpec model) {
    return SourceExpression.function(
        "new " + imports.type(ModelSpec.class),
        List.of(
            SourceExpression.string(model.name()),
            imports.constant(model.type()),
            list(model.layers().stream().map(this::layer).toList()),
            list(model.inputs().stream().map(SourceExpression::string).toList()),
            list(model.outputs().stream().map(this::output).toList())));
  }

  private SourceExpression list(List<SourceExpression> elements) {
    return imports.of(List.class).call("of", elements);
  }

  private SourceExpression layer(LayerSpec layer) {
    List<LayerOutput> inputs = layer.calls().get(0).inputs();
    SourceExpression name = SourceExpression.string(layer.name());
    SourceExpression options = layers.print(layer.layer());
    boolean plain = layer.calls().size() == 1 && !layer.calls().get(0).inferenceMode();
    if (!plain || inputs.stream().anyMatch(input -> !isFirst(input))) {
      return SourceExpression.function(
          "new " + imports.type(LayerSpec.class),
          List.of(
              name,
              options,
              SourceExpression.of(layer.trainable()),
              list(layer.calls().stream().map(this::call).toList())));
    }
    List<SourceExpression> arguments = new ArrayList<>(List.of(name, options));
    inputs.forEach(input -> arguments.add(SourceExpression.string(input.layer())));
    SourceExpression text = imports.of(LayerSpec.class).call("of", arguments);
    return layer.trainable() ? text : text.call("trainable", SourceExpression.of(false));
  }

  private SourceExpression call(LayerCall call) {
    SourceExpression text =
        imports.of(LayerCall.class).call("on", call.inputs().stream().map(this::output).toList());
    return call.inferenceMode() ? text.call("inInferenceMode") : text;
  }

  private SourceExpression output(LayerOutput output) {
    SourceExpression layer = SourceExpression.string(output.layer());
    return isFirst(output)
        ? imports.of(LayerOutput.class).call("of", layer)
        : SourceExpression.function(
            "new " + imports.type(LayerOutput.class),
            List.of(
                layer, SourceExpression.of(output.call()), SourceExpression.of(output.index())));
  }

  private static boolean isFirst(LayerOutput output) {
    return output.equals(LayerOutput.of(output.layer()));
  }
}
