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
    List<String> names = file.strings(GROUP, NAMES).orElse(List.of());
    Optional<SlotNames> way = SlotNames.of(names);
    if (way.isEmpty()) {
      return null;
    }
    String iteration = way.get().iteration(names).map(LegacyOptimizer::path).orElse("");
    @Nullable Weights slots = slots(OptimizerSlot.of(spec.resolve(), optimizer), names, way.get());
    if (slots == null || !isScalar(iteration)) {
      return null;
    }
    @Nullable Float learningRate =
        OptimizerProgress.learningRate(
            optimizer,
            SlotNames.learningRate(names)
                .map(LegacyOptimizer::path)
                .filter(this::isScalar)
                .map(path -> file.floats(path)[0]));
    return OptimizerProgress.state(source, GROUP, file.integer(iteration), learningRate, slots);
  }

  private @Nullable Weights slots(List<OptimizerSlot> slots, List<String> names, SlotNames way) {
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
    return left.values().stream().allMatch(Deque::isEmpty) ? values.build() : null;
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
