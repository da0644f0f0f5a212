package io.rhyton.graph.variable;

import io.rhyton.error.Arguments;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a model stored in a checkpoint.
 *
 * @param prefix the path of the checkpoint's files up to {@code .index}
 * @param iteration the number of completed steps, int64
 * @param learningRate the learning rate of the next step; null if it comes from a schedule
 * @param weights the weights of the model
 * @param slots the slot variables of the optimizer
 */
public record StoredVariables(
    String prefix,
    StoredVariable iteration,
    @Nullable StoredVariable learningRate,
    List<StoredVariable> weights,
    List<StoredVariable> slots) {

  public StoredVariables {
    weights = Arguments.copyOf("weights", weights);
    slots = Arguments.copyOf("slots", slots);
  }

  /** The keys of the iteration, the learning rate if there is one, the weights and the slots. */
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
