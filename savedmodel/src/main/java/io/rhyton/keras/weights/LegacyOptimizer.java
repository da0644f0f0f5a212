package io.rhyton.keras.weights;

import io.rhyton.error.MessageText;
import io.rhyton.hdf5.Hdf5File;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerSlot;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The optimizer's variables in a legacy {@code .h5} file. The name of a variable determines its
 * kind and the weight that it belongs to; if no variable name contains the name of a weight, the
 * weight is determined by the position among the variables of the same kind.
 */
final class LegacyOptimizer {
  private static final String GROUP = "optimizer_weights";
  private static final String NAMES = "weight_names";

  private final ConfigSource source;
  private final Hdf5File file;
  private final Map<String, String> weights;

  /**
   * Creates the optimizer of a file.
   *
   * @param weights the names of the model's weights in the file, by canonical name
   */
  LegacyOptimizer(ConfigSource source, Hdf5File file, Map<String, String> weights) {
    this.source = source;
    this.file = file;
    this.weights = weights;
  }

  /** The optimizer state; null if the file has none, or that of another optimizer. */
  @Nullable OptimizerState state(ModelSpec spec, Optimizer optimizer) {
    if (!file.isGroup(GROUP)) {
      return null;
    }
    List<String> all = file.strings(GROUP, NAMES).orElse(List.of());
    int first = afterLossScale(all);
    List<String> names = all.subList(first, all.size());
    Optional<SlotNames> way = SlotNames.of(names);
    if (way.isEmpty() || names.stream().anyMatch(name -> isOther(name, optimizer))) {
      return null;
    }
    String iteration = way.get().iteration(names).map(LegacyOptimizer::path).orElse("");
    List<OptimizerSlot> kept = OptimizerSlot.of(spec.resolve(), optimizer);
    Weights.@Nullable Builder slots = slots(kept, names, way.get());
    long others = names.stream().filter(way.get()::isNumber).count();
    if (slots == null || names.size() != kept.size() + others || !isScalar(iteration)) {
      return null;
    }
    if (first > 1) {
      addLossScale(slots, path(all.get(first - 2)), path(all.get(first - 1)));
    }
    @Nullable Float learningRate =
        OptimizerProgress.learningRate(
            optimizer,
            SlotNames.learningRate(names)
                .map(LegacyOptimizer::path)
                .filter(this::isScalar)
                .map(path -> file.floats(path)[0]));
    return OptimizerProgress.state(
        source, GROUP, file.integer(iteration), learningRate, slots.build());
  }

  /** Whether a variable name begins with the name of another optimizer. */
  private static boolean isOther(String name, Optimizer optimizer) {
    return name.contains("/")
        && OptimizerName.isOther(name.substring(0, name.indexOf('/')), optimizer);
  }

  /**
   * The index of the first variable of an optimizer inside a {@code LossScaleOptimizer}; otherwise
   * 0.
   */
  private static int afterLossScale(List<String> names) {
    return IntStream.rangeClosed(1, names.size())
        .filter(next -> names.get(next - 1).endsWith("/dynamic_scale"))
        .findFirst()
        .orElse(0);
  }

  private void addLossScale(Weights.Builder slots, String steps, String scale) {
    if (isScalar(steps) && isScalar(scale)) {
      OptimizerProgress.addLossScale(slots, file.integer(steps), file.floats(scale)[0]);
    }
  }

  private Weights.@Nullable Builder slots(
      List<OptimizerSlot> slots, List<String> names, SlotNames scheme) {
    Map<String, List<OptimizerSlot>> kinds = new HashMap<>();
    for (OptimizerSlot slot : slots) {
      kinds.computeIfAbsent(slot.slot(), kind -> new ArrayList<>()).add(slot);
    }
    Map<String, String> paths = new HashMap<>();
    for (Map.Entry<String, List<OptimizerSlot>> kind : kinds.entrySet()) {
      List<String> stored = scheme.slots(names, kind.getKey());
      if (stored.size() != kind.getValue().size() || !areOf(kind.getValue(), stored, scheme)) {
        return null;
      }
      for (int i = 0; i < stored.size(); i++) {
        paths.put(kind.getValue().get(i).name(), path(stored.get(i)));
      }
    }
    Weights.Builder values = Weights.builder();
    for (OptimizerSlot slot : slots) {
      String path = Objects.requireNonNull(paths.get(slot.name()));
      if (!fits(path, slot)) {
        return null;
      }
      values.add(slot.name(), slot.shape(), file.floats(path));
    }
    return values;
  }

  /**
   * Whether the variables of a kind belong to the trainable weights, one by one. Keras also keeps
   * variables of other weights if layers were frozen after training. Names that do not contain the
   * names of weights are ignored.
   */
  private boolean areOf(List<OptimizerSlot> slots, List<String> stored, SlotNames scheme) {
    List<Optional<String>> owners =
        stored.stream().map(name -> scheme.owner(name, slots.get(0).slot(), weights)).toList();
    List<Optional<String>> expected =
        slots.stream().map(OptimizerSlot::weight).map(LegacyOptimizer::name).toList();
    if (owners.equals(expected) || owners.stream().allMatch(Optional::isEmpty)) {
      return true;
    }
    if (Set.copyOf(owners).equals(Set.copyOf(expected))) {
      throw source.mismatch(
          "the optimizer's variables in the order of the weights",
          MessageText.line(String.join(", ", stored)),
          "The file is damaged: save it again.");
    }
    return false;
  }

  private static Optional<String> name(@Nullable WeightSpec weight) {
    return Optional.ofNullable(weight).map(WeightSpec::name);
  }

  private boolean fits(String path, OptimizerSlot slot) {
    return file.isDataset(path) && file.shape(path).equals(slot.shape());
  }

  private boolean isScalar(String path) {
    return file.isDataset(path) && file.shape(path).numDimensions() == 0;
  }

  private static String path(String name) {
    return GROUP + "/" + name;
  }
}
