package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.golden.cases.FitCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Closeness;
import io.rhyton.history.History;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FitGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("fit");
  private static final Fit FIT =
      Fit.epochs(3).batchSize(4).shuffle(false).validationSplit(0.25).progress(Progress.NONE);

  static List<String> cases() {
    return Golden.names(GOLDEN);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void historyWeightsAndEvaluationMatchKeras(String name) {
    JsonNode golden = GOLDEN.get(name);
    try (Model model = Golden.required(FitCases.all(), name).compile()) {
      Dataset data = GoldenData.of(golden, model);
      model.loadWeights(Golden.weights(golden.get("start")));
      assertSame(name, model.fit(data, FIT), golden.get("history"), 1e-5);
      Closeness.assertClose(name + ", weights", model.weights(), golden.get("after"), 1e-4);
      JsonNode evaluation = golden.get("evaluation");
      model
          .evaluate(data)
          .values()
          .forEach(
              (metric, value) ->
                  Closeness.assertClose(
                      name + ", evaluated " + metric,
                      value,
                      evaluation.get(metric).doubleValue(),
                      1e-5));
    }
  }

  static void assertSame(String name, History history, JsonNode expected, double tolerance) {
    assertThat(history.metrics()).containsExactlyInAnyOrderElementsOf(Golden.names(expected));
    for (String metric : history.metrics()) {
      List<Double> values = history.values(metric);
      float[] actual = new float[values.size()];
      for (int i = 0; i < actual.length; i++) {
        actual[i] = values.get(i).floatValue();
      }
      Closeness.assertClose(
          name + ", " + metric, actual, Golden.floats(expected.get(metric)), tolerance);
    }
  }
}
