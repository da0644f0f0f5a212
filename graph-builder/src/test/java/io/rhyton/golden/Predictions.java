package io.rhyton.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.training.Model;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.buffer.DataBuffers;

/** Holds what a model predicts, and how it is evaluated, against a case. */
final class Predictions {
  private Predictions() {}

  static void assertClose(String name, Model model, JsonNode golden, double tolerance) {
    model.load(Golden.weights(golden.get("start")));
    Closeness.assertClose(
        name + ", prediction",
        values(model.predict(Golden.array(golden.get("inputs")))),
        Golden.values(golden.get("prediction")),
        tolerance);
    Closeness.assertClose(
        name + ", loss in evaluation",
        model.evaluate(GoldenData.of(golden, model)).loss(),
        golden.get("evaluation_loss").doubleValue(),
        tolerance);
  }

  private static float[] values(FloatNdArray array) {
    float[] values = new float[(int) array.size()];
    array.copyTo(DataBuffers.of(values, false, false));
    return values;
  }
}
