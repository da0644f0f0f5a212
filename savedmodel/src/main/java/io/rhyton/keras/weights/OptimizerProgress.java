package io.rhyton.keras.weights;

import io.rhyton.graph.optimizer.LossScale;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerSlot;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.schedule.ConstantLearningRate;
import io.rhyton.model.weight.Weights;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** Makes an optimizer's state of numbers that a file holds. */
public final class OptimizerProgress {
  private OptimizerProgress() {}

  /**
   * The step size of an optimizer: a number that a file holds, or the one it was compiled with;
   * null if a schedule gives it.
   *
   * @param stored the number that the file holds, if it does
   */
  public static @Nullable Float learningRate(Optimizer optimizer, Optional<Float> stored) {
    return optimizer.learningRate() instanceof ConstantLearningRate constant
        ? stored.orElse((float) constant.value())
        : null;
  }

  /**
   * Adds what a {@code LossScaleOptimizer} keeps itself to the slots of the optimizer in it.
   *
   * @param steps how many were finite since the scale changed
   */
  static void addLossScale(Weights.Builder slots, long steps, float scale) {
    List<OptimizerSlot> kept = LossScale.slots();
    slots.add(kept.get(0).name(), Shape.scalar(), new float[] {steps});
    slots.add(kept.get(1).name(), Shape.scalar(), new float[] {scale});
  }

  /**
   * The state.
   *
   * @param place where the numbers are
   * @throws io.rhyton.artifact.ArtifactException if they are out of range
   */
  public static OptimizerState state(
      ConfigSource source,
      String place,
      long iteration,
      @Nullable Float learningRate,
      Weights slots) {
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
