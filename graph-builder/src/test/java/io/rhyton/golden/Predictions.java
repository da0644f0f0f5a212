package io.rhyton.golden;

import static io.rhyton.golden.Aspect.FORWARD;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.training.Model;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.buffer.DataBuffers;

/** Compares the predictions and the evaluation of a model with a case. */
final class Predictions {
  private Predictions() {}

  static void assertClose(LedgerRow row, Model model, JsonNode golden) {
    model.loadWeights(Golden.weights(golden.get("start")));
    row.assertClose(
        FORWARD,
        "prediction",
        values(model.predict(Golden.array(golden.get("inputs")))),
        Golden.values(golden.get("prediction")));
    row.assertClose(
        FORWARD,
        "loss in evaluation",
        model.evaluate(GoldenData.of(golden, model)).loss(),
        golden.get("evaluation_loss").doubleValue());
  }

  private static float[] values(FloatNdArray array) {
    float[] values = new float[(int) array.size()];
    array.copyTo(DataBuffers.of(values, false, false));
    return values;
  }
}
