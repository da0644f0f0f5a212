package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.model.ModelSpec;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("constraints");
  private static final Map<String, ModelSpec> CASES = ConstraintCases.all();

  static Set<String> cases() {
    return CASES.keySet();
  }

  @Test
  void everyGoldenCaseHasAModel() {
    assertThat(CASES.keySet()).containsExactlyElementsOf(Golden.names(GOLDEN));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weightsAfterThreeStepsAreThoseOfKeras(String name) {
    new RecordedTraining(name, Golden.required(CASES, name), GOLDEN.get(name))
        .assertWeightsAfterThreeSteps();
  }
}
