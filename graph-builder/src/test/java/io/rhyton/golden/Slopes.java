package io.rhyton.golden;

import io.rhyton.data.Dataset;
import io.rhyton.model.weight.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds the gradients of a training step against the slopes of the loss. */
final class Slopes {
  /** Far enough for float32 to tell two losses apart. */
  static final float FAR = 1f / 128;

  /** Near enough to stay on one side of the edges that maxima and relu have. */
  static final float NEAR = 1f / 8192;

  private static final double TOLERANCE = 1e-2;

  private Slopes() {}

  /**
   * Takes a step.
   *
   * @param name of the case, for messages
   * @param model compiled with {@link Gradients#OPTIMIZER}
   * @param data the batch
   * @param start all weights
   * @param weights those whose gradients are compared
   * @param distance how far to change a value to see the slope
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
