package io.rhyton.model;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.model.Node.Member;
import io.rhyton.model.Node.Use;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds a functional model, which may branch: layers are called on {@link Node}s, and the model is
 * the graph between its input and output nodes.
 *
 * <pre>{@code
 * Node<Image> image = Functional.image(32, 32, 3);
 * Node<Image> edges = image.then(Conv2D.of(16, 3).padding(SAME));
 * Node<Image> both = Concatenate.of(image, edges);
 * ModelSpec spec = Functional.build("skip", image, both);
 * }</pre>
 *
 * <p>The compiler checks whether a layer can follow another; {@link #build} checks whether the
 * sizes match.
 *
 * <p>Source: {@code keras/src/models/functional.py}, Keras 3.15.
 */
public final class Functional {
  private final Map<Member, List<Use>> calls = new LinkedHashMap<>();
  private final Map<Use, LayerOutput> outputs = new LinkedHashMap<>();

  private Functional() {}

  /**
   * Returns an image input.
   *
   * @param height height in pixels, at least 1
   * @param width width in pixels, at least 1
   * @param channels 3 for RGB, 1 for grayscale
   */
  public static Node<Image> image(int height, int width, int channels) {
    return Node.input(null, InputLayer.image(height, width, channels));
  }

  /**
   * Returns a named image input.
   *
   * @param name the name of the input layer
   * @param height height in pixels, at least 1
   * @param width width in pixels, at least 1
   * @param channels 3 for RGB, 1 for grayscale
   */
  public static Node<Image> image(String name, int height, int width, int channels) {
    Objects.requireNonNull(name, "name");
    return Node.input(name, InputLayer.image(height, width, channels));
  }

  /**
   * Returns a sequence input.
   *
   * @param steps timesteps per sequence, at least 1
   * @param features features per timestep, at least 1
   */
  public static Node<Sequence> sequence(int steps, int features) {
    return Node.input(null, InputLayer.sequence(steps, features));
  }

  /**
   * Returns a named sequence input.
   *
   * @param name the name of the input layer
   * @param steps timesteps per sequence, at least 1
   * @param features features per timestep, at least 1
   */
  public static Node<Sequence> sequence(String name, int steps, int features) {
    Objects.requireNonNull(name, "name");
    return Node.input(name, InputLayer.sequence(steps, features));
  }

  /**
   * Returns an input of feature vectors.
   *
   * @param features features per sample, at least 1
   */
  public static Node<FeatureVector> vector(int features) {
    return Node.input(null, InputLayer.vector(features));
  }

  /**
   * Returns a named input of feature vectors.
   *
   * @param name the name of the input layer
   * @param features features per sample, at least 1
   */
  public static Node<FeatureVector> vector(String name, int features) {
    Objects.requireNonNull(name, "name");
    return Node.input(name, InputLayer.vector(features));
  }

  /**
   * Returns an input of integer indices, for instance word indices, for an {@code Embedding}.
   *
   * @param steps indices per sample, at least 1
   */
  public static Node<FeatureVector> indices(int steps) {
    return Node.input(null, InputLayer.indices(steps));
  }

  /**
   * Returns a named input of integer indices, for instance word indices, for an {@code Embedding}.
   *
   * @param name the name of the input layer
   * @param steps indices per sample, at least 1
   */
  public static Node<FeatureVector> indices(String name, int steps) {
    Objects.requireNonNull(name, "name");
    return Node.input(name, InputLayer.indices(steps));
  }

  /**
   * Builds a model from its input and output.
   *
   * @param name the name of the model
   * @param input a node created by {@code image}, {@code sequence}, {@code vector} or {@code
   *     indices}
   * @param output the output of the model
   * @throws SpecException if two layers share a name, sizes do not match, the output depends on
   *     another input, or it does not depend on this one
   */
  public static ModelSpec build(String name, Node<?> input, Node<?> output) {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(output, "output");
    return build(name, List.of(input), List.of(output));
  }

  /**
   * Builds a model from its inputs and outputs.
   *
   * @param name the name of the model
   * @param inputs nodes created by {@code image}, {@code sequence}, {@code vector} or {@code
   *     indices}
   * @param outputs the outputs of the model
   * @throws SpecException if two layers share a name, sizes do not match, an output depends on
   *     another input, or no output depends on one of the inputs
   */
  public static ModelSpec build(String name, List<Node<?>> inputs, List<Node<?>> outputs) {
    Arguments.requireNoNulls("inputs", inputs);
    Arguments.requireNoNulls("outputs", outputs);
    Functional builder = new Functional();
    List<Use> ends = Stream.concat(inputs.stream(), outputs.stream()).map(Node::use).toList();
    order(ends).forEach(builder::add);
    return builder.model(name, inputs, outputs);
  }

  /** Returns the given calls and everything they depend on, in topological order. */
  static List<Use> order(List<Use> ends) {
    return DepthFirst.order(ends, Functional::sources, use -> {}, Functional::cycle);
  }

  private static List<Use> sources(Use use) {
    return use.inputs().stream().<Use>map(Node::use).toList();
  }

  /** Never called: a node is created from existing nodes, so there are no cycles. */
  private static SpecException cycle(Use use) {
    throw new IllegalStateException(use.member().layer() + " depends on itself");
  }

  private void add(Use use) {
    calls.computeIfAbsent(use.member(), member -> new ArrayList<>()).add(use);
  }

  private ModelSpec model(String name, List<Node<?>> inputs, List<Node<?>> ends) {
    Map<Member, String> names = names();
    calls.forEach(
        (member, uses) -> {
          for (int call = 0; call < uses.size(); call++) {
            outputs.put(uses.get(call), new LayerOutput(require(names, member), call, 0));
          }
        });
    List<LayerSpec> layers = new ArrayList<>();
    calls.forEach(
        (member, uses) ->
            layers.add(
                new LayerSpec(
                    require(names, member),
                    member.layer(),
                    member.trainable(),
                    uses.stream().map(this::call).toList())));
    ModelSpec spec =
        new ModelSpec(
            name,
            ModelType.FUNCTIONAL,
            layers,
            inputs.stream().map(input -> output(input).layer()).toList(),
            ends.stream().map(this::output).toList());
    requireUsed(spec);
    return spec;
  }

  /** Keras allows unused inputs in a file; in a builder they are a mistake. */
  private static void requireUsed(ModelSpec spec) {
    Set<String> read = new HashSet<>();
    spec.outputs().forEach(output -> read.add(output.layer()));
    spec.layers().stream()
        .flatMap(layer -> layer.calls().stream())
        .flatMap(call -> call.inputs().stream())
        .forEach(input -> read.add(input.layer()));
    List<String> unused = spec.inputs().stream().filter(input -> !read.contains(input)).toList();
    if (!unused.isEmpty()) {
      throw new SpecException(
          "Model " + MessageText.name(spec.name()),
          "every input to be connected to an output",
          unused + " that are not",
          "Remove them, or use them.");
    }
  }

  /** Names given by the user come first, then the names Keras would generate, in order. */
  private Map<Member, String> names() {
    LayerNames taken = new LayerNames();
    Map<Member, String> names = new LinkedHashMap<>();
    for (Member member : calls.keySet()) {
      String own = member.name();
      if (own != null) {
        taken.take(own);
        names.put(member, own);
      }
    }
    for (Member member : calls.keySet()) {
      if (member.name() == null) {
        String free = taken.free(member.layer().typeName());
        taken.take(free);
        names.put(member, free);
      }
    }
    return names;
  }

  private LayerCall call(Use use) {
    return new LayerCall(use.inputs().stream().map(this::output).toList(), use.inferenceMode());
  }

  private LayerOutput output(Node<?> node) {
    LayerOutput first = require(outputs, node.use());
    return new LayerOutput(first.layer(), first.call(), node.index());
  }

  private static <K, V> V require(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }
}
