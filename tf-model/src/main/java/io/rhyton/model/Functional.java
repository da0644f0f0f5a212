package io.rhyton.model;

import io.rhyton.model.Node.Member;
import io.rhyton.model.Node.Use;
import io.rhyton.model.layer.Image;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
  private final List<Member> members = new ArrayList<>();
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
   * Makes the model that leads from one node to another.
   *
   * @param name the model's name
   * @param input made by {@code image} or {@code vector}
   * @param output what the model returns
   * @throws SpecException if two layers have one name, a size does not fit, or the output depends
   *     on another input
   */
  public static ModelSpec build(String name, Node<?> input, Node<?> output) {
    return build(name, List.of(input), List.of(output));
  }

  /**
   * Makes the model that leads from some nodes to others.
   *
   * @param name the model's name
   * @param inputs made by {@code image} or {@code vector}
   * @param outputs what the model returns
   * @throws SpecException if two layers have one name, a size does not fit, or an output depends on
   *     another input
   */
  public static ModelSpec build(String name, List<Node<?>> inputs, List<Node<?>> outputs) {
    Functional builder = new Functional();
    inputs.forEach(builder::collect);
    outputs.forEach(builder::collect);
    return builder.model(name, inputs, outputs);
  }

  /** Collects the calls that lead to a node, each after those that it reads; without recursion. */
  private void collect(Node<?> end) {
    Deque<Step> path = new ArrayDeque<>();
    path.addLast(new Step(end.use(), end.use().inputs().iterator()));
    Set<Use> entered = new HashSet<>();
    while (!path.isEmpty()) {
      Step step = path.getLast();
      if (step.inputs.hasNext()) {
        Use next = step.inputs.next().use();
        if (!isKnown(next) && entered.add(next)) {
          path.addLast(new Step(next, next.inputs().iterator()));
        }
      } else {
        path.removeLast();
        add(step.use);
      }
    }
  }

  private boolean isKnown(Use use) {
    return calls.getOrDefault(use.member(), List.of()).contains(use);
  }

  private void add(Use use) {
    List<Use> uses =
        calls.computeIfAbsent(
            use.member(),
            member -> {
              members.add(member);
              return new ArrayList<>();
            });
    if (!uses.contains(use)) {
      uses.add(use);
    }
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
    for (Member member : members) {
      List<LayerCall> memberCalls = new ArrayList<>();
      for (Use use : require(calls, member)) {
        memberCalls.add(new LayerCall(use.inputs().stream().map(this::output).toList()));
      }
      layers.add(new LayerSpec(require(names, member), member.layer(), true, memberCalls));
    }
    return new ModelSpec(
        name,
        ModelType.FUNCTIONAL,
        layers,
        inputs.stream().map(input -> output(input).layer()).toList(),
        ends.stream().map(this::output).toList());
  }

  /** Names given by the user first, then those that Keras would give, in order. */
  private Map<Member, String> names() {
    Set<String> taken = new HashSet<>();
    Map<Member, String> names = new LinkedHashMap<>();
    for (Member member : members) {
      String own = member.name();
      if (own != null) {
        taken.add(own);
        names.put(member, own);
      }
    }
    for (Member member : members) {
      if (member.name() == null) {
        String free = LayerNames.free(member.layer().typeName(), taken);
        taken.add(free);
        names.put(member, free);
      }
    }
    return names;
  }

  private LayerOutput output(Node<?> node) {
    LayerOutput first = require(outputs, node.use());
    return new LayerOutput(first.layer(), first.call(), node.index());
  }

  private static <K, V> V require(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }

  private record Step(Use use, Iterator<Node<?>> inputs) {}
}
