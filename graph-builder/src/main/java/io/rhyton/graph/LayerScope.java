package io.rhyton.graph;

import io.rhyton.model.ResolvedLayer;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The place where one layer is emitted: its inputs, its weights, and whether it is training. */
final class LayerScope {
  private final Ops tf;
  private final ResolvedLayer layer;
  private final List<Operand<TFloat32>> inputs;
  private final Variables variables;
  private final Phase phase;
  private final List<Op> updates = new ArrayList<>();

  LayerScope(
      Ops tf,
      ResolvedLayer layer,
      List<Operand<TFloat32>> inputs,
      Variables variables,
      Phase phase) {
    this.tf = tf;
    this.layer = layer;
    this.inputs = inputs;
    this.variables = variables;
    this.phase = phase;
  }

  Ops tf() {
    return tf;
  }

  ResolvedLayer layer() {
    return layer;
  }

  Operand<TFloat32> input() {
    return inputs.get(0);
  }

  Phase phase() {
    return phase;
  }

  Operand<TFloat32> weight(String variable) {
    return variables.read(layer.name() + "/" + variable);
  }

  /** Has a weight changed by every training step. */
  void update(String variable, Operand<TFloat32> value) {
    updates.add(variables.assign(tf, layer.name() + "/" + variable, value));
  }

  List<Op> updates() {
    return updates;
  }
}
