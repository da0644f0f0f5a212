package io.rhyton.graph.variable;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Gives emitted layers access to the weights of a model, by canonical name. */
public interface Variables {

  /** Returns the value of a weight. */
  Operand<TFloat32> read(String name);

  /** Returns an op that assigns a new value to a weight. */
  Op assign(Ops tf, String name, Operand<TFloat32> value);
}
