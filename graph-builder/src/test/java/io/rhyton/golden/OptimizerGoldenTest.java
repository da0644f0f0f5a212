package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.training.MeanSquaredError;
import io.rhyton.model.training.Optimizer;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("optimizers");
  private static final Weights START = Golden.weights(GOLDEN.get("start"));
  private static final Map<String, Optimizer> CASES = OptimizerCases.all();
  private static final ModelSpec MODEL =
      Sequential.vector(3)
          .add("hidden", Dense.of(4).activation(ActivationFunction.TANH))
          .add("outputs", Dense.of(2))
          .build("golden");

  static Set<String> cases() {
    return CASES.keySet();
  }

  @Test
  void everyGoldenCaseHasAnOptimizer() {
    assertThat(CASES.keySet()).containsExactlyElementsOf(Golden.names(GOLDEN.get("cases")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weightsAfterEveryStepAreThoseOfKeras(String name) {
    JsonNode golden = GOLDEN.get("cases").get(name);
    JsonNode losses = golden.get("losses");
    try (Model model = Model.compile(MODEL, Golden.required(CASES, name), MeanSquaredError.of())) {
      Dataset data = GoldenData.of(GOLDEN, model);
      model.load(START);
      for (int step = 0; step < losses.size(); step++) {
        Closeness.assertClose(
            name + ", loss in step " + step,
            model.trainOnBatch(data).loss(),
            losses.get(step).doubleValue(),
            1e-5);
        if (step == 0) {
          assertMoved(name + ", after one step", model, golden.get("after_one_step"));
        }
      }
      assertMoved(name + ", after all steps", model, golden.get("after_all_steps"));
    }
  }

  /** Compares how far the weights came, which is little beside the weights themselves. */
  private static void assertMoved(String what, Model model, JsonNode expected) {
    Weights actual = model.weights();
    for (String weight : actual.names()) {
      Closeness.assertClose(
          what + ", " + weight,
          distance(weight, actual.values(weight)),
          distance(weight, Golden.values(expected.get(weight))),
          1e-4);
    }
  }

  private static float[] distance(String weight, float[] values) {
    float[] start = START.values(weight);
    for (int i = 0; i < values.length; i++) {
      values[i] -= start[i];
    }
    return values;
  }
}
