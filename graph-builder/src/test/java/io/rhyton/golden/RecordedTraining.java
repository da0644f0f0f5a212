package io.rhyton.golden;

import static io.rhyton.golden.parity.Aspect.FORWARD;
import static io.rhyton.golden.parity.Aspect.UPDATE;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.LedgerRow;
import io.rhyton.graph.TrainingOutput;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.training.Model;

/**
 * Compares a model with what {@code layer_cases.record} recorded.
 *
 * @param row receives the differences
 * @param spec the model
 * @param golden the values recorded from Keras
 */
record RecordedTraining(LedgerRow row, ModelSpec spec, JsonNode golden) {

  void assertOutputsAndGradients() {
    try (Model model = CompiledCase.of(spec, MeanSquaredError.of()).compile()) {
      Predictions.assertClose(row, model, golden);
      Gradients.assertClose(row, model, golden);
    }
  }

  /** Compares the output in training mode with the one recorded under a key. */
  void assertTrainingOutput(String key) {
    row.assertClose(
        FORWARD,
        "output in training",
        TrainingOutput.of(
            spec, Golden.weights(golden.get("start")), Golden.array(golden.get("inputs")), 0),
        Golden.values(golden.get(key)));
  }

  void assertWeightsAfterThreeSteps() {
    CompileSpec compile = CompileSpec.of(SGD.of(0.1).momentum(0.9), MeanSquaredError.of());
    try (Model model = Model.compile(spec, compile)) {
      Dataset data = GoldenData.of(golden, model);
      model.loadWeights(Golden.weights(golden.get("start")));
      for (int step = 0; step < 3; step++) {
        model.trainOnBatch(data);
      }
      row.assertClose(
          UPDATE, "after three steps", model.weights(), golden.get("after_three_steps"));
    }
  }
}
