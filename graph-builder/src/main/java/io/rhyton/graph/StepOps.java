package io.rhyton.graph;

import io.rhyton.error.Arguments;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * What a session feeds, fetches and runs to train and evaluate a model.
 *
 * @param weights the placeholders for sample weights, for every output with a loss or metrics;
 *     empty without sample weights
 * @param trainingMeasures the losses and the sums of each metric in training mode, as one vector
 * @param evaluationMeasures the same in inference mode
 * @param trainStep runs one training step
 */
public record StepOps(
    List<Placeholder<TFloat32>> weights,
    Operand<TFloat32> trainingMeasures,
    Operand<TFloat32> evaluationMeasures,
    Op trainStep) {

  public StepOps {
    weights = Arguments.copyOf("weights", weights);
  }

  /** Creates steps without sample weights. */
  StepOps(Operand<TFloat32> trainingMeasures, Operand<TFloat32> evaluationMeasures, Op trainStep) {
    this(List.of(), trainingMeasures, evaluationMeasures, trainStep);
  }
}
