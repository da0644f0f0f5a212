package io.rhyton.golden;

import static io.rhyton.golden.parity.Aspect.FORWARD;
import static io.rhyton.golden.parity.Aspect.GRADIENT;
import static io.rhyton.golden.parity.Aspect.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.golden.cases.OperationCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Ledger;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arithmetic on tensors matches Keras, as does its position among the layers. */
class OperationGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("operations");
  private static final Map<String, ModelSpec> CASES = OperationCases.all();

  @RegisterExtension
  private static final Ledger LEDGER =
      Ledger.of("Operations", CASES.keySet(), FORWARD, GRADIENT, UPDATE);

  static Stream<String> cases() {
    return CASES.keySet().stream();
  }

  @Test
  void everyGoldenCaseHasAModel() {
    assertThat(CASES.keySet()).containsExactlyElementsOf(Golden.names(GOLDEN));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void operationsAreInTheOrderOfKeras(String name) {
    assertThat(spec(name).layers().stream().map(LayerSpec::name))
        .containsExactlyElementsOf(Golden.texts(GOLDEN.get(name).get("operations")));
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
    recorded(name).assertOutputsAndGradients();
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
