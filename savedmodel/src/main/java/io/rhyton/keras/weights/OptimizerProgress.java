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

/** Creates an optimizer state from the values in a file. */
public final class OptimizerProgress {
  private OptimizerProgress() {}

  /**
   * Returns the learning rate of an optimizer: the one stored in a file, or the one it was compiled
   * with; null if a schedule computes it.
   *
   * @param stored the learning rate in the file, if any
   */
  public static @Nullable Float learningRate(Optimizer optimizer, Optional<Float> stored) {
    return optimizer.learningRate() instanceof ConstantLearningRate constant
        ? stored.orElse((float) constant.value())
        : null;
  }

  /**
   * Adds the variables of a {@code LossScaleOptimizer} to the slot variables of its inner
   * optimizer.
   *
   * @param steps the number of steps with finite gradients since the scale changed
   */
  static void addLossScale(Weights.Builder slots, long steps, float scale) {
    List<OptimizerSlot> kept = LossScale.slots();
    slots.add(kept.get(0).name(), Shape.scalar(), new float[] {steps});
    slots.add(kept.get(1).name(), Shape.scalar(), new float[] {scale});
  }

  /**
   * Creates the state.
   *
   * @param path the path of the values, for messages
   * @throws io.rhyton.artifact.ArtifactException if they are out of range
   */
  public static OptimizerState state(
      ConfigSource source,
      String path,
      long iteration,
      @Nullable Float learningRate,
      Weights slots) {
    try {
      return new OptimizerState(iteration, learningRate, slots);
    } catch (IllegalArgumentException e) {
      throw source.mismatch(
          "an iteration and a learning rate in " + path,
          iteration + " and " + learningRate,
          "The file is damaged: save it again.",
          e);
    }
  }
}
