package io.rhyton.training;

import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;

/** Optimizer states with loss scaling. */
public final class LossScaleState {
  public static final String SCALE = "optimizer/dynamic_scale";
  public static final String STEPS = "optimizer/step_counter";

  private LossScaleState() {}

  /** Replaces the loss scale and its step count in a state, if it has them. */
  public static OptimizerState of(OptimizerState state, float scale, float steps) {
    Weights.Builder slots = Weights.builder();
    for (String name : state.slots().names()) {
      float[] values =
          switch (name) {
            case SCALE -> new float[] {scale};
            case STEPS -> new float[] {steps};
            default -> state.slots().values(name);
          };
      slots.add(name, state.slots().shape(name), values);
    }
    return new OptimizerState(state.iteration(), state.learningRate(), slots.build());
  }
}
