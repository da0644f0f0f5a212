package io.rhyton.golden;

import static io.rhyton.golden.parity.Aspect.FORWARD;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.LedgerRow;
import io.rhyton.training.Model;

/** Compares the predictions and the evaluation of a model with a case. */
final class Predictions {
  private Predictions() {}

  static void assertClose(LedgerRow row, Model model, JsonNode golden) {
    model.loadWeights(Golden.weights(golden.get("start")));
    row.assertClose(
        FORWARD,
        "prediction",
        Golden.values(model.predict(Golden.array(golden.get("inputs")))),
        Golden.values(golden.get("prediction")));
    row.assertClose(
        FORWARD,
        "loss in evaluation",
        model.evaluate(GoldenData.of(golden, model)).loss(),
        golden.get("evaluation_loss").doubleValue());
  }
}
