package io.rhyton.graph.variable;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Where emitted layers find the weights of a model, by canonical name. */
public interface Variables {

  /** The weight's value. */
  Operand<TFloat32> read(String name);

  /** An op that gives the weight a new value when it runs. */
  Op assign(Ops tf, String name, Operand<TFloat32> value);
}
