package io.rhyton.model;

import io.rhyton.error.MessageText;
import io.rhyton.model.ModelLinks.CallId;
import io.rhyton.model.layer.NestedModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Copies of a model in which some layers are frozen or made trainable. A layer is identified by its
 * path: its name, prefixed with the names of the models that it is nested in.
 */
final class FrozenLayers {
  private static final char INSIDE = '/';

  private FrozenLayers() {}

  /**
   * Returns the model with the given layers trainable or frozen.
   *
   * @throws IllegalArgumentException if there is no layer with one of the paths
   */
  static ModelSpec with(ModelSpec model, List<String> paths, boolean trainable) {
    Set<String> named = new HashSet<>();
    for (String path : paths) {
      named.add(model.layer(first(path)).name());
    }
    List<LayerSpec> layers = new ArrayList<>();
    for (LayerSpec layer : model.layers()) {
      if (paths.contains(layer.name())) {
        layers.add(with(layer, trainable));
      } else if (named.contains(layer.name())) {
        layers.add(inside(layer, below(layer.name(), paths), trainable));
      } else {
        layers.add(layer);
      }
    }
    return new ModelSpec(model.name(), model.type(), layers, model.inputs(), model.outputs());
  }

  private static String first(String path) {
    int end = path.indexOf(INSIDE);
    return end < 0 ? path : path.substring(0, end);
  }

  private static List<String> below(String layer, List<String> paths) {
    String start = layer + INSIDE;
    return paths.stream()
        .filter(path -> path.startsWith(start))
        .map(path -> path.substring(start.length()))
        .toList();
  }

  /** As in Keras, making a nested model trainable makes all of its layers trainable. */
  private static LayerSpec with(LayerSpec layer, boolean trainable) {
    return trainable && layer.layer() instanceof NestedModel<?> nested
        ? replaced(layer, with(nested.model(), all(nested.model()), true), true)
        : layer.trainable(trainable);
  }

  private static LayerSpec inside(LayerSpec layer, List<String> paths, boolean trainable) {
    ModelSpec inner = nested(layer);
    if (!trainable) {
      return replaced(layer, with(inner, paths, false), layer.trainable());
    }
    // In a nested model that was frozen as a whole, only these layers become trainable.
    ModelSpec before = layer.trainable() ? inner : with(inner, all(inner), false);
    return replaced(layer, with(before, paths, true), true);
  }

  private static LayerSpec replaced(LayerSpec layer, ModelSpec inner, boolean trainable) {
    return new LayerSpec(layer.name(), new NestedModel<>(inner), trainable, layer.calls());
  }

  static ModelSpec nested(LayerSpec layer) {
    if (layer.layer() instanceof NestedModel<?> nested) {
      return nested.model();
    }
    throw new IllegalArgumentException(
        "layer "
            + MessageText.name(layer.name())
            + " is not a nested model, but a "
            + layer.layer().typeName());
  }

  /** Returns the names of all layers that have weights. */
  static List<String> all(ModelSpec model) {
    return List.copyOf(weighted(model));
  }

  /**
   * Returns the paths of the layers that have weights and match the predicate, looking into nested
   * models instead of testing them.
   */
  static List<String> matching(ModelSpec model, Predicate<LayerSpec> wanted) {
    Set<String> weighted = weighted(model);
    List<String> paths = new ArrayList<>();
    for (LayerSpec layer : model.layers()) {
      if (layer.layer() instanceof NestedModel<?> nested) {
        matching(nested.model(), wanted).forEach(path -> paths.add(layer.name() + INSIDE + path));
      } else if (weighted.contains(layer.name()) && wanted.test(layer)) {
        paths.add(layer.name());
      }
    }
    return paths;
  }

  /**
   * Returns the paths of a layer and of all layers it depends on, if they have weights.
   *
   * @throws IllegalArgumentException if there is no layer with that path
   */
  static List<String> upTo(ModelSpec model, String path) {
    LayerSpec last = model.layer(first(path));
    boolean whole = path.equals(last.name());
    Set<String> leading = leading(model, last);
    List<String> paths = new ArrayList<>();
    for (String name : weighted(model)) {
      if (leading.contains(name) && (whole || !name.equals(last.name()))) {
        paths.add(name);
      }
    }
    if (!whole) {
      upTo(nested(last), path.substring(last.name().length() + 1))
          .forEach(inner -> paths.add(last.name() + INSIDE + inner));
    }
    return paths;
  }

  private static Set<String> leading(ModelSpec model, LayerSpec last) {
    List<LayerOutput> ends =
        IntStream.range(0, last.calls().size())
            .mapToObj(call -> new LayerOutput(last.name(), call, 0))
            .toList();
    Set<String> leading = new HashSet<>();
    for (CallId id : model.links().callsTo(ends, call -> {})) {
      leading.add(id.layer());
    }
    return leading;
  }

  private static Set<String> weighted(ModelSpec model) {
    Set<String> names = new LinkedHashSet<>();
    for (ResolvedLayer layer : model.resolve().layers()) {
      if (!layer.weights().isEmpty()) {
        names.add(layer.name());
      }
    }
    return names;
  }
}
