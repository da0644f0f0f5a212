package io.rhyton.graph;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * What a session runs to train a model and to measure it.
 *
 * @param weights take what each row of an output counts in its loss, for every output that is
 *     measured; none if each counts 1
 * @param trainingMeasures the losses, and the sums of each metric, in training, in one row
 * @param evaluationMeasures the same in inference
 * @param trainStep changes the weights of the model by one step
 */
public record Steps(
    List<Placeholder<TFloat32>> weights,
    Operand<TFloat32> trainingMeasures,
    Operand<TFloat32> evaluationMeasures,
    Op trainStep) {

  /** Copies the list. */
  public Steps {
    weights = List.copyOf(weights);
  }

  /** For samples of which each counts 1. */
  Steps(Operand<TFloat32> trainingMeasures, Operand<TFloat32> evaluationMeasures, Op trainStep) {
    this(List.of(), trainingMeasures, evaluationMeasures, trainStep);
  }
}
