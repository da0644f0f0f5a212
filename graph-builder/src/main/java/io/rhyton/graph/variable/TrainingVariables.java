package io.rhyton.graph.variable;

import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** The variables that an emitted training step reads and updates. */
public interface TrainingVariables extends Variables {

  /** Returns the resource handle of a weight or slot variable, by canonical name. */
  Output<TFloat32> handle(String name);

  /** Returns the number of completed steps. */
  Operand<TInt64> iteration();

  /** Returns the resource handle of the number of completed steps. */
  Output<TInt64> iterationHandle();

  /** Returns the learning rate, if it does not come from a schedule. */
  Operand<TFloat32> learningRate();
}
