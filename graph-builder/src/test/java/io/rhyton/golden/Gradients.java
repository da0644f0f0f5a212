package io.rhyton.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.model.training.SGD;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import io.rhyton.training.Scores;

/** Reads gradients off what a step of gradient descent takes from the weights. */
final class Gradients {
  /** Large, so that rounding the new weights does not show; a power of 2, so that it is exact. */
  private static final float LEARNING_RATE = 1024;

  static final SGD OPTIMIZER = SGD.of(LEARNING_RATE);

  private Gradients() {}

  /** Trains one step, and holds loss and gradients against the case's. */
  static void assertClose(String name, Model model, JsonNode golden, double tolerance) {
    Weights start = Golden.weights(golden.get("start"));
    model.load(start);
    Scores scores = model.trainOnBatch(GoldenData.of(golden, model));
    Closeness.assertClose(
        name + ", loss in training",
        scores.loss(),
        golden.get("training_loss").doubleValue(),
        tolerance);
    Weights stepped = model.weights();
    JsonNode gradients = golden.get("gradients");
    for (String weight : Golden.names(gradients)) {
      Closeness.assertClose(
          name + ", gradient, " + weight,
          of(start.values(weight), stepped.values(weight)),
          Golden.values(gradients.get(weight)),
          tolerance);
    }
  }

  /** The gradient of a weight that {@link #OPTIMIZER} changed. */
  static float[] of(float[] before, float[] after) {
    float[] gradient = new float[before.length];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (before[i] - after[i]) / LEARNING_RATE;
    }
    return gradient;
  }
}
