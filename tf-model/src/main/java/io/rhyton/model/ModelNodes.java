package io.rhyton.model;

import io.rhyton.error.MessageText;
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
 * The tensors of an existing model, for building another model on top of it that shares its layers
 * and their names:
 *
 * <pre>{@code
 * ModelNodes old = ModelNodes.of(spec);
 * Node<FeatureVector> features = old.output("flatten", FeatureVector.class);
 * ModelSpec changed = Functional.build("new", old.input(), features.then("kind", Dense.of(3)));
 * }</pre>
 *
 * <p>Like Keras's {@code model.input} and {@code model.get_layer("flatten").output}. Source: {@code
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

  /** Returns the tensors of a model. */
  public static ModelNodes of(ModelSpec model) {
    Objects.requireNonNull(model, "model");
    return new ModelNodes(model);
  }

  private Node<?> node(LayerOutput output) {
    return Objects.requireNonNull(calls.get(new LayerOutput(output.layer(), output.call(), 0)))
        .at(output.index());
  }

  /**
   * Returns the input.
   *
   * @throws IllegalStateException if the model has several inputs
   */
  public Node<?> input() {
    if (model.inputs().size() != 1) {
      throw new IllegalStateException(
          "model %s has several inputs, %s; use inputs()"
              .formatted(MessageText.name(model.name()), MessageText.list(model.inputs())));
    }
    return inputs().get(0);
  }

  /** Returns the inputs, in the order of the model's inputs. */
  public List<Node<?>> inputs() {
    return model.inputs().stream().<Node<?>>map(input -> node(LayerOutput.of(input))).toList();
  }

  /**
   * Returns the output of the model.
   *
   * @param rank the rank of that tensor
   * @throws IllegalStateException if the model has several outputs
   * @throws SpecException if the output has another rank
   */
  public <R extends Rank> Node<R> output(Class<R> rank) {
    Objects.requireNonNull(rank, "rank");
    if (model.outputs().size() != 1) {
      throw new IllegalStateException(
          "model %s has several outputs, %s; name the layer of one"
              .formatted(MessageText.name(model.name()), MessageText.list(model.outputs())));
    }
    return output(model.outputs().get(0), rank);
  }

  /**
   * Returns the output of a layer.
   *
   * @param layer the name of the layer
   * @param rank the rank of that tensor
   * @throws IllegalArgumentException if there is no such layer, or it is called more than once
   * @throws SpecException if the output has another rank
   */
  public <R extends Rank> Node<R> output(String layer, Class<R> rank) {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(rank, "rank");
    return output(only(layer), rank);
  }

  /**
   * Returns an output of one call of a layer.
   *
   * @param output identifies the call and its output
   * @param rank the rank of that tensor
   * @throws IllegalArgumentException if the model has no such tensor
   * @throws SpecException if the tensor has another rank
   */
  public <R extends Rank> Node<R> output(LayerOutput output, Class<R> rank) {
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(rank, "rank");
    model.layer(output.layer());
    Shape shape = shapes.get(output);
    if (shape == null) {
      throw new IllegalArgumentException(
          "model %s has no tensor %s"
              .formatted(MessageText.name(model.name()), MessageText.line(output.toString())));
    }
    RankCheck.require("Layer " + MessageText.name(output.layer()), "its output", rank, shape);
    return node(output).at(output.index());
  }

  /** Returns the output of a layer, whatever its rank. */
  Node<?> output(String layer) {
    return node(only(layer));
  }

  private LayerOutput only(String layer) {
    int count = model.layer(layer).calls().size();
    if (count > 1) {
      throw new IllegalArgumentException(
          "layer %s is called %d times; select one with new LayerOutput(\"%s\", call, 0)"
              .formatted(MessageText.name(layer), count, MessageText.line(layer)));
    }
    return LayerOutput.of(layer);
  }
}
