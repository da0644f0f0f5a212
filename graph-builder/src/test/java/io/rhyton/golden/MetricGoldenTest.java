package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

  static Set<String> cases() {
    return CASES.keySet();
  }

  @Test
  void everyGoldenCaseHasAModel() {
    assertThat(CASES.keySet()).containsExactlyElementsOf(Golden.names(GOLDEN));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scoresAreThoseOfKeras(String name) {
    JsonNode golden = GOLDEN.get(name);
    JsonNode expected = golden.get("scores");
    try (Model model = Golden.required(CASES, name).compile()) {
      model.load(identity((int) model.outputShape().get(1)));
      Scores scores = model.evaluate(GoldenData.of(golden, model), 2);
      assertThat(scores.values().keySet())
          .containsExactlyInAnyOrderElementsOf(Golden.names(expected));
      scores
          .values()
          .forEach(
              (metric, value) ->
                  Closeness.assertClose(
                      name + ", " + metric, value, expected.get(metric).doubleValue(), 1e-6));
    }
  }

  private static Weights identity(int width) {
    float[] kernel = new float[width * width];
    for (int i = 0; i < width; i++) {
      kernel[i * width + i] = 1;
    }
    return Weights.builder().add("identity/kernel", Shape.of(width, width), kernel).build();
  }
}
