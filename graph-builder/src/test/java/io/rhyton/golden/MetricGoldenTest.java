package io.rhyton.golden;

import static io.rhyton.golden.Aspect.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.history.Scores;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

class MetricGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("metrics");
  private static final Map<String, CompiledCase> CASES = MetricCases.all();

  @RegisterExtension
  private static final Ledger LEDGER = Ledger.of("Metrics", CASES.keySet(), FORWARD);

  private static final JsonNode MORE_GOLDEN = Golden.read("more_metrics");
  private static final Map<String, CompiledCase> MORE_CASES = MoreMetricCases.all();

  @RegisterExtension
  private static final Ledger MORE_LEDGER =
      Ledger.of("Metrics over unequal batches", MORE_CASES.keySet(), FORWARD);

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
  void scoresMatchKeras(String name) {
    JsonNode golden = GOLDEN.get(name);
    try (Model model = Golden.required(CASES, name).compile()) {
      model.loadWeights(identity((int) model.outputShape().get(1)));
      assertClose(
          LEDGER.row(name), model.evaluate(GoldenData.of(golden, model), 2), golden.get("scores"));
    }
  }

  @ParameterizedTest
  @MethodSource("moreCases")
  void scoresOfUnequalBatchesAndOfASingleBatchMatchKeras(String name) {
    JsonNode golden = MORE_GOLDEN.get(name);
    try (Model model = Golden.required(MORE_CASES, name).compile()) {
      model.loadWeights(identity((int) model.outputShape().get(1)));
      Dataset data = GoldenData.of(golden, model);
      LedgerRow row = MORE_LEDGER.row(name);
      assertClose(row, model.evaluate(data, 3), golden.get("scores"));
      assertClose(row, model.trainOnBatch(data.take(3)), golden.get("first_batch"));
    }
  }

  private static void assertClose(LedgerRow row, Scores scores, JsonNode expected) {
    assertThat(scores.values().keySet())
        .containsExactlyInAnyOrderElementsOf(Golden.names(expected));
    scores
        .values()
        .forEach(
            (metric, value) ->
                row.assertClose(FORWARD, metric, value, expected.get(metric).doubleValue()));
  }

  private static Weights identity(int width) {
    float[] kernel = new float[width * width];
    for (int i = 0; i < width; i++) {
      kernel[i * width + i] = 1;
    }
    return Weights.builder().add("identity/kernel", Shape.of(width, width), kernel).build();
  }
}
