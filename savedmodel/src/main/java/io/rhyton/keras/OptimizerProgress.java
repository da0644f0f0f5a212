package io.rhyton.keras;

import io.rhyton.model.training.OptimizerState;
import io.rhyton.model.weight.Weights;

/** Makes an optimizer's state of numbers that a file holds. */
final class OptimizerProgress {
  private OptimizerProgress() {}

  /**
   * The state.
   *
   * @param place where the numbers are
   * @throws io.rhyton.artifact.ArtifactException if they are out of range
   */
  static OptimizerState state(
      ConfigSource source, String place, long iteration, float learningRate, Weights slots) {
    try {
      return new OptimizerState(iteration, learningRate, slots);
    } catch (IllegalArgumentException e) {
      throw source.mismatch(
          "an iteration and a learning rate in " + place,
          iteration + " and " + learningRate,
          "The file is damaged: save it again.",
          e);
    }
  }
}
