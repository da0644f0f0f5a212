package io.rhyton.golden;

import static io.rhyton.golden.parity.Aspect.FORWARD;
import static io.rhyton.golden.parity.Aspect.GRADIENT;
import static io.rhyton.golden.parity.Aspect.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.golden.cases.GraphCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Ledger;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("graphs");
  private static final Map<String, ModelSpec> CASES = GraphCases.all();

  @RegisterExtension
  private static final Ledger LEDGER =
      Ledger.of("Models of branches", CASES.keySet(), FORWARD, GRADIENT, UPDATE);

  static Stream<String> cases() {
    return CASES.keySet().stream();
  }

  @Test
  void everyGoldenCaseHasAModel() {
    assertThat(CASES.keySet()).containsExactlyElementsOf(Golden.names(GOLDEN));
  }

  /** Weights are stored in this order. */
  @ParameterizedTest
  @MethodSource("cases")
  void layersAreInTheOrderOfKeras(String name) {
    ModelSpec spec = spec(name);
    // Keras omits the input from the layers of a sequential model.
    int skipped = spec.type() == ModelType.SEQUENTIAL ? 1 : 0;
    assertThat(spec.layers().stream().skip(skipped).map(LayerSpec::name))
        .containsExactlyElementsOf(Golden.texts(GOLDEN.get(name).get("layers")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void summaryMatchesKeras(String name) {
    assertThat(spec(name).summary().lines().map(String::stripTrailing).toList())
        .isEqualTo(Golden.texts(GOLDEN.get(name).get("summary")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void outputsAndGradientsMatchKeras(String name) {
    RecordedTraining recorded = recorded(name);
    recorded.assertOutputsAndGradients();
    // Only recorded where it differs.
    recorded.assertTrainingOutput(
        GOLDEN.get(name).has("training_output") ? "training_output" : "prediction");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weightsAfterThreeStepsMatchKeras(String name) {
    recorded(name).assertWeightsAfterThreeSteps();
  }

  private static RecordedTraining recorded(String name) {
    return new RecordedTraining(LEDGER.row(name), spec(name), GOLDEN.get(name));
  }

  private static ModelSpec spec(String name) {
    return Golden.required(CASES, name);
  }
}
