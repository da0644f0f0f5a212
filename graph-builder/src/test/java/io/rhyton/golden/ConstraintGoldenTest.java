package io.rhyton.golden;

import static io.rhyton.golden.parity.Aspect.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.golden.cases.ConstraintCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Ledger;
import io.rhyton.model.ModelSpec;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("constraints");
  private static final Map<String, ModelSpec> CASES = ConstraintCases.all();

  @RegisterExtension
  private static final Ledger LEDGER = Ledger.of("Constraints", CASES.keySet(), UPDATE);

  static Set<String> cases() {
    return CASES.keySet();
  }

  @Test
  void everyGoldenCaseHasAModel() {
    assertThat(CASES.keySet()).containsExactlyElementsOf(Golden.names(GOLDEN));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weightsAfterThreeStepsMatchKeras(String name) {
    new RecordedTraining(LEDGER.row(name), Golden.required(CASES, name), GOLDEN.get(name))
        .assertWeightsAfterThreeSteps();
  }
}
