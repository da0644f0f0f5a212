package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import io.rhyton.training.Scores;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

class MetricGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("metrics");
  private static final Map<String, CompiledCase> CASES = MetricCases.all();

  private static final JsonNode MORE_GOLDEN = Golden.read("more_metrics");
  private static final Map<String, CompiledCase> MORE_CASES = MoreMetricCases.all();

  static Set<String> moreCases() {
    return MORE_CASES.keySet();
  }

  static Set<String> cases() {
    return CASES.keySet();
  }

  @Test
  void everyGoldenCaseHasAModel() {
    assertThat(CASES.keySet()).containsExactlyElementsOf(Golden.names(GOLDEN));
    assertThat(MORE_CASES.keySet()).containsExactlyElementsOf(Golden.names(MORE_GOLDEN));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scoresAreThoseOfKeras(String name) {
    JsonNode golden = GOLDEN.get(name);
    try (Model model = Golden.required(CASES, name).compile()) {
      model.load(identity((int) model.outputShape().get(1)));
      assertClose(name, model.evaluate(GoldenData.of(golden, model), 2), golden.get("scores"));
    }
  }

  @ParameterizedTest
  @MethodSource("moreCases")
  void valuesOfUnequalBatchesAndOfOneAreThoseOfKeras(String name) {
    JsonNode golden = MORE_GOLDEN.get(name);
    try (Model model = Golden.required(MORE_CASES, name).compile()) {
      model.load(identity((int) model.outputShape().get(1)));
      Dataset data = GoldenData.of(golden, model);
      assertClose(name, model.evaluate(data, 3), golden.get("scores"));
      assertClose(
          name + ", first batch", model.trainOnBatch(data.take(3)), golden.get("first_batch"));
    }
  }

  private static void assertClose(String what, Scores scores, JsonNode expected) {
    assertThat(scores.values().keySet())
        .containsExactlyInAnyOrderElementsOf(Golden.names(expected));
    scores
        .values()
        .forEach(
            (metric, value) ->
                Closeness.assertClose(
                    what + ", " + metric, value, expected.get(metric).doubleValue(), 1e-5));
  }

  private static Weights identity(int width) {
    float[] kernel = new float[width * width];
    for (int i = 0; i < width; i++) {
      kernel[i * width + i] = 1;
    }
    return Weights.builder().add("identity/kernel", Shape.of(width, width), kernel).build();
  }
}
