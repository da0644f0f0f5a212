package io.rhyton.graph.layer;

import io.rhyton.graph.variable.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The weights as one forward pass reads them. A layer with moving averages that is called twice
 * reads, in its second call, the updates of the first, and each weight is assigned once, at the
 * end.
 */
final class ForwardWeights {
  private final Variables variables;
  private final Map<String, Operand<TFloat32>> updated = new LinkedHashMap<>();

  ForwardWeights(Variables variables) {
    this.variables = variables;
  }

  Operand<TFloat32> read(String name) {
    Operand<TFloat32> newest = updated.get(name);
    return newest != null ? newest : variables.read(name);
  }

  void update(String name, Operand<TFloat32> value) {
    updated.put(name, value);
  }

  List<Op> assignAll(Ops tf) {
    List<Op> assigned = new ArrayList<>();
    updated.forEach((name, value) -> assigned.add(variables.assign(tf, name, value)));
    return assigned;
  }
}
