package io.rhyton.model;

import io.rhyton.error.SpecException;
import io.rhyton.model.Node.Member;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.RankCheck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * The tensors of a model, to build another one on, with the same layers under the same names:
 *
 * <pre>{@code
 * ModelNodes old = ModelNodes.of(trained.spec());
 * Node<Vector> features = old.output("flatten", Vector.class);
 * ModelSpec spec = Functional.build("new", old.input(), features.then("kind", Dense.of(3)));
 * }</pre>
 *
 * <p>Keras's {@code model.input} and {@code model.get_layer("flatten").output}. Source: {@code
 * keras/src/ops/operation.py}, Keras 3.15.
 */
public final class ModelNodes {
  private final ModelSpec model;
  private final Map<LayerOutput, Node<?>> calls = new HashMap<>();
  private final Map<LayerOutput, Shape> shapes = new HashMap<>();

  private ModelNodes(ModelSpec model) {
    this.model = model;
    Map<String, Member> members = new HashMap<>();
    model.layers().forEach(layer -> members.put(layer.name(), Member.of(layer)));
    for (ResolvedCall call : model.resolve().calls()) {
      List<Node<?>> inputs = call.inputs().stream().<Node<?>>map(this::node).toList();
      Member member = Objects.requireNonNull(members.get(call.layer()));
      calls.put(
          new LayerOutput(call.layer(), call.call(), 0),
          Node.copied(member, inputs, call.inferenceMode()));
      for (int i = 0; i < call.outputShapes().size(); i++) {
        shapes.put(new LayerOutput(call.layer(), call.call(), i), call.outputShapes().get(i));
      }
    }
  }

  /** The tensors of a model. */
  public static ModelNodes of(ModelSpec model) {
    return new ModelNodes(model);
  }

  private Node<?> node(LayerOutput output) {
    return Objects.requireNonNull(calls.get(new LayerOutput(output.layer(), output.call(), 0)))
        .at(output.index());
  }

  /**
   * The input.
   *
   * @throws IllegalStateException if the model has several
   */
  public Node<?> input() {
    if (model.inputs().size() != 1) {
      throw new IllegalStateException(
          "model '%s' has the inputs %s; take them by inputs()"
              .formatted(model.name(), model.inputs()));
    }
    return inputs().get(0);
  }

  /** The inputs, in the order in which the model takes them. */
  public List<Node<?>> inputs() {
    return model.inputs().stream().<Node<?>>map(input -> node(LayerOutput.of(input))).toList();
  }

  /**
   * What a layer makes.
   *
   * @param layer the layer's name
   * @param rank what that is
   * @throws IllegalArgumentException if there is no such layer, or it is called several times
   * @throws SpecException if it makes something else
   */
  public <R extends Rank> Node<R> output(String layer, Class<R> rank) {
    return output(only(layer), rank);
  }

  /**
   * What one call of a layer makes.
   *
   * @param output which call, and which of its outputs
   * @param rank what that is
   * @throws IllegalArgumentException if the model has no such tensor
   * @throws SpecException if it is something else
   */
  public <R extends Rank> Node<R> output(LayerOutput output, Class<R> rank) {
    model.layer(output.layer());
    Shape shape = shapes.get(output);
    if (shape == null) {
      throw new IllegalArgumentException("model '%s' has no %s".formatted(model.name(), output));
    }
    RankCheck.require("Layer '" + output.layer() + "'", "its output", rank, shape);
    return node(output).at(output.index());
  }

  /** What a layer makes, of whatever rank. */
  Node<?> output(String layer) {
    return node(only(layer));
  }

  private LayerOutput only(String layer) {
    int count = model.layer(layer).calls().size();
    if (count > 1) {
      throw new IllegalArgumentException(
          "layer '%s' is called %d times; name one by new LayerOutput(\"%s\", call, 0)"
              .formatted(layer, count, layer));
    }
    return LayerOutput.of(layer);
  }
}
