package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.model.ModelSpec;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerGoldenTest {
  private static final JsonNode GOLDEN = LayerCases.golden();
  private static final Map<String, ModelSpec> CASES = LayerCases.all();

  static Stream<String> cases() {
    return CASES.keySet().stream();
  }

  static Stream<String> casesThatDifferInTraining() {
    return cases().filter(name -> GOLDEN.path(name).has("training_output"));
  }

  @Test
  void everyGoldenCaseHasAModel() {
    assertThat(CASES.keySet()).containsExactlyElementsOf(Golden.names(GOLDEN));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void outputsAndGradientsAreThoseOfKeras(String name) {
    recorded(name).assertOutputsAndGradients();
  }

  @ParameterizedTest
  @MethodSource("casesThatDifferInTraining")
  void outputsInTrainingAreThoseOfKeras(String name) {
    recorded(name).assertTrainingOutput("training_output");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weightsAfterThreeStepsAreThoseOfKeras(String name) {
    recorded(name).assertWeightsAfterThreeSteps();
  }

  private static RecordedTraining recorded(String name) {
    return new RecordedTraining(name, Golden.required(CASES, name), GOLDEN.get(name));
  }
}
