package io.rhyton.keras;

import io.rhyton.keras.weights.LayerMatch;
import io.rhyton.keras.weights.LayerMismatch;
import io.rhyton.keras.weights.LayerValues;
import io.rhyton.keras.weights.WeightStore;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values to load into a model, all read and checked before any is loaded.
 *
 * @param values the weights of the matching layers by canonical name
 * @param state the optimizer state; null if there is none that matches
 * @param layers the names of the matching layers
 * @param skipped the names of the others, and why they do not match
 */
record WeightLoading(
    Map<String, float[]> values,
    @Nullable OptimizerState state,
    List<String> layers,
    Map<String, String> skipped) {

  /**
   * Reads the values of a file for a model.
   *
   * @throws io.rhyton.artifact.ArtifactException if a layer does not match and mismatches are not
   *     skipped
   */
  static WeightLoading read(WeightStore store, Model model, WeightMatching matching) {
    LayerValues stored = store.values();
    Map<String, float[]> values = new HashMap<>();
    List<String> layers = new ArrayList<>();
    Map<String, String> skipped = new LinkedHashMap<>();
    for (LayerMatch match : store.match(model.spec(), matching.isByName())) {
      // As in Keras, a layer may be missing when matching by name.
      boolean mayBeSkipped =
          matching.skipsMismatch() || (matching.isByName() && match.path() == null);
      @Nullable LayerMismatch mismatch = mayBeSkipped ? stored.mismatch(match) : null;
      if (mismatch != null) {
        skipped.put(match.layer(), mismatch.toString());
        continue;
      }
      stored.require(match);
      stored.read(match, values);
      if (!match.weights().isEmpty()) {
        layers.add(match.layer());
      }
    }
    @Nullable OptimizerState state =
        matching.isByName() || !skipped.isEmpty()
            ? null
            : store.optimizerState(model.spec(), model.compileSpec().optimizer());
    return new WeightLoading(values, state, layers, skipped);
  }

  LoadedWeights into(Model model) {
    if (!skipped.isEmpty()) {
      Weights present = model.weights();
      present.names().forEach(name -> values.computeIfAbsent(name, present::values));
    }
    model.loadWeights(WeightStore.inOrder(model.spec(), values));
    if (state != null) {
      model.loadOptimizerState(state);
    }
    return new LoadedWeights(layers, skipped, state != null);
  }
}
