package io.rhyton.golden;

import io.rhyton.data.Dataset;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.parity.Closeness;
import io.rhyton.model.weight.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the gradients of a training step with finite differences of the loss. */
final class FiniteDifferences {
  /** Large enough for float32 to distinguish two losses. */
  static final float FAR = 1f / 128;

  /** Small enough to stay on one side of the kinks of maxima and ReLU. */
  static final float NEAR = 1f / 8192;

  private static final double TOLERANCE = 1e-2;

  private FiniteDifferences() {}

  /**
   * Runs a step and compares its gradients.
   *
   * @param name the name of the case, for messages
   * @param model the model, compiled with {@link CompiledCase#OPTIMIZER}
   * @param data the batch
   * @param start the initial values of all weights
   * @param weights the names of the weights whose gradients are compared
   * @param distance the step size of the central differences
   */
  static void assertAreGradients(
      String name,
      CompiledCase model,
      Dataset data,
      Weights start,
      List<String> weights,
      float distance) {
    try (FirstStep step = new FirstStep(model, data, start)) {
      Map<String, float[]> slopes = new LinkedHashMap<>();
      for (String weight : weights) {
        slopes.put(weight, slope(step, weight, start.values(weight), distance));
      }
      step.take();
      slopes.forEach(
          (weight, slope) ->
              Closeness.assertClose(
                  name + ", slope, " + weight,
                  Gradients.of(start.values(weight), step.values(weight)),
                  slope,
                  TOLERANCE));
    }
  }

  private static float[] slope(FirstStep step, String weight, float[] values, float distance) {
    float[] slope = new float[values.length];
    for (int i = 0; i < slope.length; i++) {
      float start = values[i];
      values[i] = start + distance;
      double above = step.loss(weight, values);
      values[i] = start - distance;
      double below = step.loss(weight, values);
      values[i] = start;
      slope[i] = (float) ((above - below) / (2 * distance));
    }
    return slope;
  }
}
