package io.rhyton.model;

import io.rhyton.error.SpecException;
import io.rhyton.model.Node.Member;
import io.rhyton.model.Node.Use;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.Vector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds a model with branches: layers are called on {@link Node}s, and a model is what lies
 * between some of them.
 *
 * <pre>{@code
 * Node<Image> image = Functional.image(32, 32, 3);
 * Node<Image> edges = image.then(Conv2D.of(16, 3).padding(SAME));
 * Node<Image> both = Concatenate.of(image, edges);
 * ModelSpec spec = Functional.build("skip", image, both);
 * }</pre>
 *
 * <p>Whether a layer can follow another is checked by the compiler, whether the sizes fit by {@link
 * #build}.
 *
 * <p>Source: {@code keras/src/models/functional.py}, Keras 3.15.
 */
public final class Functional {
  private final Map<Member, List<Use>> calls = new LinkedHashMap<>();
  private final Map<Use, LayerOutput> outputs = new LinkedHashMap<>();

  private Functional() {}

  /**
   * An input of images.
   *
   * @param height pixels, at least 1
   * @param width pixels, at least 1
   * @param channels 3 for colour, 1 for grey
   */
  public static Node<Image> image(int height, int width, int channels) {
    return Node.input(null, InputLayer.image(height, width, channels));
  }

  /**
   * A named input of images.
   *
   * @param name the input layer's name
   * @param height pixels, at least 1
   * @param width pixels, at least 1
   * @param channels 3 for colour, 1 for grey
   */
  public static Node<Image> image(String name, int height, int width, int channels) {
    return Node.input(name, InputLayer.image(height, width, channels));
  }

  /**
   * An input of sequences.
   *
   * @param steps places in a sequence, at least 1
   * @param features values at each place, at least 1
   */
  public static Node<Sequence> sequence(int steps, int features) {
    return Node.input(null, InputLayer.sequence(steps, features));
  }

  /**
   * A named input of sequences.
   *
   * @param name the input layer's name
   * @param steps places in a sequence, at least 1
   * @param features values at each place, at least 1
   */
  public static Node<Sequence> sequence(String name, int steps, int features) {
    return Node.input(name, InputLayer.sequence(steps, features));
  }

  /**
   * An input of plain feature vectors.
   *
   * @param features values in a sample, at least 1
   */
  public static Node<Vector> vector(int features) {
    return Node.input(null, InputLayer.vector(features));
  }

  /**
   * A named input of plain feature vectors.
   *
   * @param name the input layer's name
   * @param features values in a sample, at least 1
   */
  public static Node<Vector> vector(String name, int features) {
    return Node.input(name, InputLayer.vector(features));
  }

  /**
   * An input of whole numbers, for instance those of words; {@code Embedding} takes them.
   *
   * @param steps numbers in a sample, at least 1
   */
  public static Node<Vector> indices(int steps) {
    return Node.input(null, InputLayer.indices(steps));
  }

  /**
   * A named input of whole numbers, for instance those of words; {@code Embedding} takes them.
   *
   * @param name the input layer's name
   * @param steps numbers in a sample, at least 1
   */
  public static Node<Vector> indices(String name, int steps) {
    return Node.input(name, InputLayer.indices(steps));
  }

  /**
   * Makes the model that leads from one node to another.
   *
   * @param name the model's name
   * @param input made by {@code image}, {@code sequence} or {@code vector}
   * @param output what the model returns
   * @throws SpecException if two layers have one name, a size does not fit, or the output depends
   *     on another input or not on this one
   */
  public static ModelSpec build(String name, Node<?> input, Node<?> output) {
    return build(name, List.of(input), List.of(output));
  }

  /**
   * Makes the model that leads from some nodes to others.
   *
   * @param name the model's name
   * @param inputs made by {@code image}, {@code sequence} or {@code vector}
   * @param outputs what the model returns
   * @throws SpecException if two layers have one name, a size does not fit, an output depends on
   *     another input, or none depends on an input
   */
  public static ModelSpec build(String name, List<Node<?>> inputs, List<Node<?>> outputs) {
    Functional builder = new Functional();
    List<Use> ends = Stream.concat(inputs.stream(), outputs.stream()).map(Node::use).toList();
    order(ends).forEach(builder::add);
    return builder.model(name, inputs, outputs);
  }

  /** All that leads to some calls, and these. */
  static List<Use> order(List<Use> ends) {
    return DepthFirst.order(ends, Functional::sources, use -> {}, Functional::circle);
  }

  private static List<Use> sources(Use use) {
    return use.inputs().stream().<Use>map(Node::use).toList();
  }

  /** Never asked for: a node is made of nodes that were there before. */
  private static SpecException circle(Use use) {
    throw new IllegalStateException(use.member().layer() + " reads what it makes");
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

  /** A file may have inputs that lead nowhere, as Keras lets them be; here it is a slip. */
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
          "Model '" + spec.name() + "'",
          "every input to lead to an output",
          unused + " that do not",
          "Leave them out, or use them.");
    }
  }

  /** Names given by the user first, then those that Keras would give, in order. */
  private Map<Member, String> names() {
    Set<String> taken = new HashSet<>();
    Map<Member, String> names = new LinkedHashMap<>();
    for (Member member : calls.keySet()) {
      String own = member.name();
      if (own != null) {
        taken.add(own);
        names.put(member, own);
      }
    }
    for (Member member : calls.keySet()) {
      if (member.name() == null) {
        String free = LayerNames.free(member.layer().typeName(), taken);
        taken.add(free);
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
