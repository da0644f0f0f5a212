package io.rhyton.graph.variable;

import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Where an emitted training step finds what it reads and changes. */
public interface TrainingVariables extends Variables {

  /** The resource of a weight or of an optimizer's slot, by canonical name. */
  Output<TFloat32> handle(String name);

  /** The number of steps done before this one. */
  Operand<TInt64> iteration();

  /** The resource that counts them. */
  Output<TInt64> iterationHandle();

  /** The step size where it is a number, which no schedule gives. */
  Operand<TFloat32> learningRate();
}
