package io.rhyton.golden;

import static io.rhyton.golden.parity.Aspect.FORWARD;
import static io.rhyton.golden.parity.Aspect.GRADIENT;
import static io.rhyton.golden.parity.Aspect.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.golden.cases.LayerCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Ledger;
import io.rhyton.model.ModelSpec;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerGoldenTest {
  private static final JsonNode GOLDEN = LayerCases.golden();
  private static final Map<String, ModelSpec> CASES = LayerCases.all();

  @RegisterExtension
  private static final Ledger LEDGER =
      Ledger.of("Layers", CASES.keySet(), FORWARD, GRADIENT, UPDATE);

  static Stream<String> cases() {
    return CASES.keySet().stream();
  }

  static Stream<String> casesThatDifferInTraining() {
    return cases().filter(name -> GOLDEN.path(name).has("training_output"));
  }

  @Test
  void everyGoldenCaseHasAModel() {
    assertThat(CASES.keySet())
        .as("cases of the *Cases class of each family, in the order of its *_cases.py")
        .containsExactlyElementsOf(Golden.names(GOLDEN));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void outputsAndGradientsMatchKeras(String name) {
    recorded(name).assertOutputsAndGradients();
  }

  @ParameterizedTest
  @MethodSource("casesThatDifferInTraining")
  void outputsInTrainingModeMatchKeras(String name) {
    recorded(name).assertTrainingOutput("training_output");
  }

  @Test
  void differsInTrainingMatchesTheOutputs() {
    assertThat(
            cases()
                .filter(
                    name ->
                        Golden.required(CASES, name).resolve().layers().stream()
                            .anyMatch(layer -> layer.layer().differsInTraining(true))))
        .containsExactlyElementsOf(
            casesThatDifferInTraining().filter(LayerGoldenTest::isMoreThanRounding).toList());
  }

  private static boolean isMoreThanRounding(String name) {
    float[] inference = Golden.values(GOLDEN.get(name).get("prediction"));
    float[] training = Golden.values(GOLDEN.get(name).get("training_output"));
    return IntStream.range(0, training.length)
        .anyMatch(i -> Math.abs(training[i] - inference[i]) > 1e-4);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weightsAfterThreeStepsMatchKeras(String name) {
    recorded(name).assertWeightsAfterThreeSteps();
  }

  private static RecordedTraining recorded(String name) {
    return new RecordedTraining(LEDGER.row(name), Golden.required(CASES, name), GOLDEN.get(name));
  }
}
