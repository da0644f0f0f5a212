package io.rhyton.graph.variable;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a model in a checkpoint.
 *
 * @param prefix the path of the checkpoint's files up to {@code .index}
 * @param iteration the number of steps done, int64
 * @param learningRate the step size of the next step; null if a schedule gives it
 * @param weights the model's weights
 * @param slots what the optimizer keeps of them
 */
public record StoredVariables(
    String prefix,
    StoredVariable iteration,
    @Nullable StoredVariable learningRate,
    List<StoredVariable> weights,
    List<StoredVariable> slots) {

  /** Copies the lists. */
  public StoredVariables {
    weights = List.copyOf(weights);
    slots = List.copyOf(slots);
  }

  /** The keys of iteration, learning rate if there is one, weights and slots. */
  public List<String> checkpointKeys() {
    List<String> keys = new ArrayList<>();
    keys.add(iteration.checkpointKey());
    if (learningRate != null) {
      keys.add(learningRate.checkpointKey());
    }
    weights.forEach(weight -> keys.add(weight.checkpointKey()));
    slots.forEach(slot -> keys.add(slot.checkpointKey()));
    return keys;
  }
}
