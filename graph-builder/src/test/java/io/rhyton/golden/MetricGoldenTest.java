package io.rhyton.golden;

import static io.rhyton.golden.parity.Aspect.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.golden.cases.AccuracyCases;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.cases.MetricCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Ledger;
import io.rhyton.golden.parity.LedgerRow;
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
  private static final JsonNode ACCURACY_GOLDEN = Golden.read("accuracies");
  private static final Map<String, CompiledCase> ACCURACIES = AccuracyCases.all();

  @RegisterExtension
  private static final Ledger ACCURACY_LEDGER = Ledger.of("Metrics", ACCURACIES.keySet(), FORWARD);

  private static final JsonNode GOLDEN = Golden.read("metrics");
  private static final Map<String, CompiledCase> METRICS = MetricCases.all();

  @RegisterExtension
  private static final Ledger LEDGER =
      Ledger.of("Metrics over unequal batches", METRICS.keySet(), FORWARD);

  static Set<String> metrics() {
    return METRICS.keySet();
  }

  static Set<String> accuracies() {
    return ACCURACIES.keySet();
  }

  @Test
  void everyGoldenCaseHasAModel() {
    assertThat(ACCURACIES.keySet()).containsExactlyElementsOf(Golden.names(ACCURACY_GOLDEN));
    assertThat(METRICS.keySet()).containsExactlyElementsOf(Golden.names(GOLDEN));
  }

  @ParameterizedTest
  @MethodSource("accuracies")
  void accuraciesMatchKeras(String name) {
    JsonNode golden = ACCURACY_GOLDEN.get(name);
    try (Model model = Golden.required(ACCURACIES, name).compile()) {
      model.loadWeights(identity((int) model.outputShape().get(1)));
      assertClose(
          ACCURACY_LEDGER.row(name),
          model.evaluate(GoldenData.of(golden, model), 2),
          golden.get("scores"));
    }
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void scoresOfUnequalBatchesAndOfASingleBatchMatchKeras(String name) {
    JsonNode golden = GOLDEN.get(name);
    try (Model model = Golden.required(METRICS, name).compile()) {
      model.loadWeights(identity((int) model.outputShape().get(1)));
      Dataset data = GoldenData.of(golden, model);
      LedgerRow row = LEDGER.row(name);
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
