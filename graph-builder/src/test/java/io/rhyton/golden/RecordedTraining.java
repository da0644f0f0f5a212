package io.rhyton.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.graph.TrainingOutput;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.MeanSquaredError;
import io.rhyton.model.training.SGD;
import io.rhyton.training.Model;

/**
 * What {@code layer_cases.record} recorded of a model, held against ours.
 *
 * @param name the case
 * @param spec the model
 * @param golden what Keras made
 */
record RecordedTraining(String name, ModelSpec spec, JsonNode golden) {

  void assertOutputsAndGradients() {
    try (Model model = CompiledCase.of(spec, MeanSquaredError.of()).compile()) {
      Predictions.assertClose(name, model, golden, 1e-5);
      Gradients.assertClose(name, model, golden, 1e-4);
    }
  }

  /** Holds the output in training against the one recorded under a key. */
  void assertTrainingOutput(String key) {
    Closeness.assertClose(
        name + ", output in training",
        TrainingOutput.of(
            spec, Golden.weights(golden.get("start")), Golden.array(golden.get("inputs")), 0),
        Golden.values(golden.get(key)),
        1e-5);
  }

  void assertWeightsAfterThreeSteps() {
    CompileSpec compile = CompileSpec.of(SGD.of(0.1).momentum(0.9), MeanSquaredError.of());
    try (Model model = Model.compile(spec, compile)) {
      Dataset data = GoldenData.of(golden, model);
      model.load(Golden.weights(golden.get("start")));
      for (int step = 0; step < 3; step++) {
        model.trainOnBatch(data);
      }
      Closeness.assertClose(
          name + ", after three steps", model.weights(), golden.get("after_three_steps"), 1e-5);
    }
  }
}
