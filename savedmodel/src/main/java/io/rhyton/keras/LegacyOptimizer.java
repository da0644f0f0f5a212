package io.rhyton.keras;

import io.rhyton.graph.OptimizerSlot;
import io.rhyton.hdf5.Hdf5File;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.training.Optimizer;
import io.rhyton.model.training.OptimizerState;
import io.rhyton.model.weight.Weights;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The optimizer's variables in a legacy {@code .h5} file. What one is, its name tells; which weight
 * it belongs to, its place among those of its kind.
 */
final class LegacyOptimizer {
  private static final String GROUP = "optimizer_weights";
  private static final String NAMES = "weight_names";

  private final ConfigSource source;
  private final Hdf5File file;

  LegacyOptimizer(ConfigSource source, Hdf5File file) {
    this.source = source;
    this.file = file;
  }

  /** Where the optimizer is; nothing if the file does not say, or holds another optimizer's. */
  @Nullable OptimizerState state(ModelSpec spec, Optimizer optimizer) {
    if (!file.isGroup(GROUP)) {
      return null;
    }
    List<String> all = file.strings(GROUP, NAMES).orElse(List.of());
    int first = afterLossScale(all);
    List<String> names = all.subList(first, all.size());
    Optional<SlotNames> way = SlotNames.of(names);
    if (way.isEmpty()) {
      return null;
    }
    String iteration = way.get().iteration(names).map(LegacyOptimizer::path).orElse("");
    Weights.@Nullable Builder slots =
        slots(OptimizerSlot.of(spec.resolve(), optimizer), names, way.get());
    if (slots == null || !isScalar(iteration)) {
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

  /** Where the names of an optimizer begin that is in a {@code LossScaleOptimizer}; else 0. */
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
      List<OptimizerSlot> slots, List<String> names, SlotNames way) {
    Map<String, Deque<String>> left = new HashMap<>();
    Weights.Builder values = Weights.builder();
    for (OptimizerSlot slot : slots) {
      Deque<String> kind =
          left.computeIfAbsent(slot.slot(), name -> new ArrayDeque<>(way.slots(names, name)));
      @Nullable String next = kind.poll();
      if (next == null || !fits(path(next), slot)) {
        return null;
      }
      values.add(slot.name(), slot.shape(), file.floats(path(next)));
    }
    return left.values().stream().allMatch(Deque::isEmpty) ? values : null;
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
