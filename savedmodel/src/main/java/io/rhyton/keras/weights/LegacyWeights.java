package io.rhyton.keras.weights;

import io.rhyton.error.MessageText;
import io.rhyton.hdf5.Hdf5File;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ResolvedLayer;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a legacy {@code .h5} file: a group for each layer, whose attribute {@code
 * weight_names} lists its datasets. A nested model is a single layer. Source: {@code
 * keras/src/legacy/saving/legacy_h5_format.py}, Keras 3.15.
 */
public final class LegacyWeights implements WeightStore {
  private static final String WHOLE_MODEL = "model_weights";
  private static final String LAYERS = "layer_names";
  private static final String WEIGHTS = "weight_names";

  private final ConfigSource source;
  private final Hdf5File file;
  private final String top;
  private final boolean isOfFile;

  private LegacyWeights(ConfigSource source, Hdf5File file, boolean isOfFile) {
    this.source = source;
    this.file = file;
    this.top = file.isGroup(WHOLE_MODEL) ? WHOLE_MODEL : "";
    this.isOfFile = isOfFile;
  }

  /** Whether a file has this format. */
  static boolean existIn(Hdf5File file) {
    return file.isGroup(WHOLE_MODEL) || file.strings("", LAYERS).isPresent();
  }

  /** The weights of a file, which contains a whole model or only weights, for any model. */
  public static LegacyWeights of(ConfigSource source, Hdf5File file) {
    return new LegacyWeights(source, file, false);
  }

  /** The weights of a file that contains a whole model, for that same model. */
  public static LegacyWeights ofItsModel(ConfigSource source, Hdf5File file) {
    return new LegacyWeights(source, file, true);
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
    Set<String> learnable =
        spec.unfreeze().resolve().weights().stream()
            .filter(WeightSpec::trainable)
            .map(WeightSpec::name)
            .collect(Collectors.toSet());
    if (byName) {
      return layers.stream()
          .map(layer -> match(layer, layer.name(), stored.get(layer.name()), learnable))
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
    LayerOrderCheck.require(source, layers.stream().map(ResolvedLayer::name).toList(), names);
    List<LayerMatch> matches = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      matches.add(match(layers.get(i), names.get(i), stored.get(names.get(i)), learnable));
    }
    return matches;
  }

  private LayerMatch match(
      ResolvedLayer layer, String name, @Nullable List<String> datasets, Set<String> learnable) {
    if (datasets == null) {
      return LayerMatch.missing(layer.name(), layer.weights());
    }
    List<WeightSpec> weights =
        datasets.size() == layer.weights().size()
            ? inFileOrder(layer, group(name), datasets, learnable)
            : layer.weights();
    return new LayerMatch(layer.name(), weights, group(name), datasets);
  }

  private List<WeightSpec> inFileOrder(
      ResolvedLayer layer, String group, List<String> datasets, Set<String> learnable) {
    LegacyPart part = LegacyPart.of(layer);
    LegacyOrder order = new LegacyOrder(part, learnable, isOfFile);
    List<String> shown = datasets.stream().map(path -> path.substring(group.length() + 1)).toList();
    LegacyNames names = new LegacyNames(shown, part);
    List<List<Integer>> orders = new ArrayList<>();
    Optional<List<Integer>> named = names.order();
    if (named.isPresent()) {
      named.filter(order::isPossible).ifPresent(orders::add);
    } else {
      order.expected().stream().filter(names::agreeWith).forEach(orders::add);
    }
    if (orders.isEmpty()) {
      throw source.mismatch(
          "the weights of layer "
              + MessageText.name(layer.name())
              + " in an order consistent with their names",
          MessageText.line(String.join(", ", shown)),
          "The file is damaged, or of another model: save it again.");
    }
    if (orders.size() > 1
        && orders.stream().filter(each -> fits(part, each, datasets)).count() > 1) {
      throw source.mismatch(
          "names that identify the weights of layer " + MessageText.name(layer.name()),
          MessageText.line(String.join(", ", shown)),
          "Name the layers as in the file, or load it before layers are frozen.");
    }
    return orders.stream()
        .filter(each -> fits(part, each, datasets))
        .findFirst()
        .orElse(orders.get(0))
        .stream()
        .map(part.weights()::get)
        .toList();
  }

  private boolean fits(LegacyPart part, List<Integer> order, List<String> datasets) {
    return IntStream.range(0, datasets.size())
        .allMatch(
            i ->
                file.isDataset(datasets.get(i))
                    && file.shape(datasets.get(i))
                        .equals(part.weights().get(order.get(i)).shape()));
  }

  /** The datasets of every layer in the file, by layer name and in the order of the layers. */
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
            "one group for layer " + MessageText.name(name),
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
    Map<String, String> names = new HashMap<>();
    for (LayerMatch match : match(spec, false)) {
      for (int i = 0; i < match.datasets().size(); i++) {
        String dataset = match.datasets().get(i);
        String name = dataset.substring(Objects.requireNonNull(match.path()).length() + 1);
        names.put(match.weights().get(i).name(), name);
      }
    }
    return new LegacyOptimizer(source, file, names).state(spec, optimizer);
  }
}
