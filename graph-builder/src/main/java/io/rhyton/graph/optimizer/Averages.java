package io.rhyton.graph.optimizer;

import io.rhyton.graph.variable.Variable;
import io.rhyton.model.optimizer.OptimizerSlot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The exponential moving averages of weights that an optimizer may keep. */
public final class Averages {
  private Averages() {}

  /** Overwrites each weight with its moving average; null if there are none. */
  public static @Nullable Op assign(
      Ops tf, List<Variable<TFloat32>> weights, List<Variable<TFloat32>> slots) {
    Map<String, Variable<TFloat32>> byName = new HashMap<>();
    slots.forEach(slot -> byName.put(slot.name(), slot));
    List<Op> assigned = new ArrayList<>();
    for (Variable<TFloat32> weight : weights) {
      Variable<TFloat32> average =
          byName.get(OptimizerSlot.name(weight.name(), OptimizerSlot.AVERAGE));
      if (average != null) {
        assigned.add(tf.assignVariableOp(weight.handle(), average.read()));
      }
    }
    return assigned.isEmpty() ? null : tf.withControlDependencies(assigned).noOp();
  }
}
