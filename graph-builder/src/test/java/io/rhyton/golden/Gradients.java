package io.rhyton.golden;

import static io.rhyton.golden.parity.Aspect.FORWARD;
import static io.rhyton.golden.parity.Aspect.GRADIENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.LedgerRow;
import io.rhyton.history.Scores;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;

/** Derives gradients from the weights before and after a step of gradient descent. */
final class Gradients {
  private static final double ROUNDING = 1e-6;

  private Gradients() {}

  /** Trains one step, and compares the loss and the gradients with the case's. */
  static void assertClose(LedgerRow row, Model model, JsonNode golden) {
    Weights start = Golden.weights(golden.get("start"));
    model.loadWeights(start);
    Scores scores = model.trainOnBatch(GoldenData.of(golden, model));
    row.assertClose(
        FORWARD, "loss in training", scores.loss(), golden.get("training_loss").doubleValue());
    Weights stepped = model.weights();
    JsonNode gradients = golden.get("gradients");
    for (String weight : Golden.names(gradients)) {
      float[] gradient = of(start.values(weight), stepped.values(weight));
      if (isZero(gradients, weight)) {
        assertThat(largest(gradient)).as("gradient of " + weight).isLessThan(zero(gradients));
      } else {
        row.assertClose(
            GRADIENT, "gradient of " + weight, gradient, Golden.values(gradients.get(weight)));
      }
    }
  }

  /**
   * Whether Keras's gradient of a weight is 0 up to rounding, such as that of a bias to which a
   * softmax is invariant.
   */
  static boolean isZero(JsonNode gradients, String weight) {
    return largest(Golden.values(gradients.get(weight))) < zero(gradients);
  }

  /** The limit below which gradients count as 0, relative to the largest gradient of a model. */
  private static double zero(JsonNode gradients) {
    return ROUNDING
        * Golden.names(gradients).stream()
            .mapToDouble(weight -> largest(Golden.values(gradients.get(weight))))
            .max()
            .orElse(0);
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** Returns the gradient of a weight that {@link CompiledCase#OPTIMIZER} updated. */
  static float[] of(float[] before, float[] after) {
    float[] gradient = new float[before.length];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (before[i] - after[i]) / CompiledCase.LEARNING_RATE;
    }
    return gradient;
  }
}
