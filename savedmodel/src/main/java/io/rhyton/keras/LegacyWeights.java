package io.rhyton.keras;

import io.rhyton.hdf5.Hdf5File;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ResolvedLayer;
import io.rhyton.model.training.Optimizer;
import io.rhyton.model.training.OptimizerState;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a legacy {@code .h5} file: a group for each layer, whose attribute {@code
 * weight_names} lists its datasets. A model within the model is one layer. Source: {@code
 * keras/src/legacy/saving/legacy_h5_format.py}, Keras 3.15.
 */
final class LegacyWeights implements WeightStore {
  private static final String WHOLE_MODEL = "model_weights";
  private static final String LAYERS = "layer_names";
  private static final String WEIGHTS = "weight_names";

  private final ConfigSource source;
  private final Hdf5File file;
  private final String top;

  private LegacyWeights(ConfigSource source, Hdf5File file, String top) {
    this.source = source;
    this.file = file;
    this.top = top;
  }

  /** Whether a file is of this form. */
  static boolean isIn(Hdf5File file) {
    return file.isGroup(WHOLE_MODEL) || file.strings("", LAYERS).isPresent();
  }

  /** The weights of a file, which holds a whole model or weights alone. */
  static LegacyWeights of(ConfigSource source, Hdf5File file) {
    return new LegacyWeights(source, file, file.isGroup(WHOLE_MODEL) ? WHOLE_MODEL : "");
  }

  @Override
  public LayerValues values() {
    return new LayerValues(source, file);
  }

  @Override
  public List<LayerMatch> match(ModelSpec spec, boolean byName) {
    List<ResolvedLayer> layers =
        spec.resolve().layers().stream().filter(layer -> !layer.weights().isEmpty()).toList();
    Map<String, List<String>> stored = stored();
    if (byName) {
      return layers.stream()
          .map(layer -> match(layer, layer.name(), stored.get(layer.name())))
          .toList();
    }
    stored.values().removeIf(List::isEmpty);
    if (stored.size() != layers.size()) {
      throw source.mismatch(
          layers.size() + " layers with weights",
          Integer.toString(stored.size()),
          "The weights belong to another model; match them by name to load those that fit.");
    }
    List<String> names = List.copyOf(stored.keySet());
    List<LayerMatch> matches = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      matches.add(match(layers.get(i), names.get(i), stored.get(names.get(i))));
    }
    return matches;
  }

  private LayerMatch match(ResolvedLayer layer, String name, @Nullable List<String> datasets) {
    return datasets == null
        ? LayerMatch.missing(layer.name(), inFileOrder(layer))
        : new LayerMatch(layer.name(), inFileOrder(layer), group(name), datasets);
  }

  /** Those that learn come first, even where they stand in different layers of a nested model. */
  private static List<WeightSpec> inFileOrder(ResolvedLayer layer) {
    return Stream.concat(
            layer.weights().stream().filter(WeightSpec::trainable),
            layer.weights().stream().filter(weight -> !weight.trainable()))
        .toList();
  }

  /** The datasets of every layer of the file by its name, in the order of the layers. */
  private Map<String, List<String>> stored() {
    List<String> names =
        file.strings(top, LAYERS)
            .orElseThrow(
                () ->
                    source.mismatch(
                        "the attribute " + LAYERS + " at '/" + top + "'",
                        "none",
                        "The file is damaged: save it again."));
    Map<String, List<String>> stored = new LinkedHashMap<>();
    for (String name : names) {
      String group = group(name);
      if (stored.containsKey(name) || !file.isGroup(group)) {
        throw source.mismatch(
            "one group for layer " + Shown.name(name),
            stored.containsKey(name) ? "two" : "none",
            "The file is damaged: save it again.");
      }
      stored.put(
          name,
          file.strings(group, WEIGHTS).orElse(List.of()).stream()
              .map(weight -> group + "/" + weight)
              .toList());
    }
    return stored;
  }

  private String group(String layer) {
    return top.isEmpty() ? layer : top + "/" + layer;
  }

  @Override
  public @Nullable OptimizerState optimizerState(ModelSpec spec, Optimizer optimizer) {
    return new LegacyOptimizer(source, file).state(spec, optimizer);
  }
}
