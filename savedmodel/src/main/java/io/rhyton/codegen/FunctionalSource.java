package io.rhyton.codegen;

import io.rhyton.codegen.ModelStatements.Variable;
import io.rhyton.model.Functional;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.ResolvedCall;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.layer.MultiInput;
import io.rhyton.model.layer.NestedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/** Prints a graph of layers as local variables, one per call. */
final class FunctionalSource {
  private final SourceImports imports;
  private final LayerSource layers;
  private final ModelSpec model;
  private final SourceNames names = new SourceNames(List.of());
  private final Map<String, LayerSpec> specs = new HashMap<>();
  private final Map<LayerOutput, Shape> shapes = new HashMap<>();
  private final Map<LayerOutput, String> variables = new HashMap<>();

  FunctionalSource(SourceImports imports, LayerSource layers, ModelSpec model) {
    this.imports = imports;
    this.layers = layers;
    this.model = model;
    model.layers().forEach(layer -> specs.put(layer.name(), layer));
    for (ResolvedCall call : model.resolve().calls()) {
      for (int i = 0; i < call.outputShapes().size(); i++) {
        shapes.put(new LayerOutput(call.layer(), call.call(), i), call.outputShapes().get(i));
      }
    }
  }

  ModelStatements print() {
    List<Variable> lines = new ArrayList<>();
    for (LayerOutput call : CallSequence.of(model).calls()) {
      SourceExpression value = value(call);
      String name = names.next(call.layer());
      variables.put(call, name);
      String type = imports.type(Node.class) + "<" + imports.type(rank(call).type()) + "> ";
      lines.add(new Variable(type + name, value));
    }
    List<SourceExpression> inputs =
        model.inputs().stream().map(input -> node(LayerOutput.of(input))).toList();
    List<SourceExpression> outputs = model.outputs().stream().map(this::node).toList();
    boolean single = inputs.size() == 1 && outputs.size() == 1;
    return new ModelStatements(
        lines,
        imports
            .of(Functional.class)
            .call(
                "build",
                SourceExpression.string(model.name()),
                single ? inputs.get(0) : list(inputs),
                single ? outputs.get(0) : list(outputs)));
  }

  private SourceExpression value(LayerOutput call) {
    LayerSpec layer = Objects.requireNonNull(specs.get(call.layer()));
    SourceExpression value = value(layer, call);
    return layer.calls().get(call.call()).inferenceMode() ? value.call("inInferenceMode") : value;
  }

  private SourceExpression value(LayerSpec layer, LayerOutput call) {
    List<SourceExpression> inputs =
        layer.calls().get(call.call()).inputs().stream().map(this::node).toList();
    if (call.call() > 0) {
      return node(LayerOutput.of(call.layer())).call("again", inputs);
    }
    SourceExpression name = SourceExpression.string(call.layer());
    if (layer.layer() instanceof InputLayer input) {
      List<SourceExpression> arguments = new ArrayList<>(List.of(name));
      arguments.addAll(LayerSource.sizes(imports, input));
      return imports.of(Functional.class).call(LayerSource.method(input), arguments);
    }
    SourceExpression arithmetic = ArithmeticSource.print(layer.layer(), inputs);
    if (arithmetic != null) {
      return arithmetic.call("named", name);
    }
    if (layer.layer() instanceof MultiInput || inputs.size() != 1) {
      return merge(layer.layer(), inputs).call("named", name);
    }
    return inputs.get(0).call("then", name, layers.print(layer.layer()));
  }

  private SourceExpression merge(Layer layer, List<SourceExpression> inputs) {
    SourceExpression text = layers.print(layer);
    if (layer instanceof NestedModel<?> || layer instanceof MultiHeadAttention) {
      return text.call("on", inputs);
    }
    boolean plain = text.equals(imports.of(layer.getClass()).call("of"));
    if (!plain) {
      return text.call("on", list(inputs));
    }
    SourceExpression type = imports.of(layer.getClass());
    return inputs.size() == 2 ? type.call("of", inputs) : type.call("of", list(inputs));
  }

  private SourceExpression list(List<SourceExpression> elements) {
    return imports.of(List.class).call("of", elements);
  }

  private SourceExpression node(LayerOutput output) {
    LayerOutput call = new LayerOutput(output.layer(), output.call(), 0);
    SourceExpression variable = SourceExpression.of(Objects.requireNonNull(variables.get(call)));
    return output.index() == 0
        ? variable
        : variable.call(
            "output",
            SourceExpression.of(output.index()),
            SourceExpression.of(imports.type(rank(output).type()) + ".class"));
  }

  private SourceRank rank(LayerOutput output) {
    Shape shape = Objects.requireNonNull(shapes.get(output));
    return Objects.requireNonNull(SourceRank.of(shape));
  }
}
