package io.rhyton.golden;

import static io.rhyton.golden.parity.Aspect.FORWARD;
import static io.rhyton.golden.parity.Aspect.GRADIENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.cases.LossCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Ledger;
import io.rhyton.training.Model;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("crossentropies", "losses");
  private static final Map<String, CompiledCase> CASES = LossCases.all();

  @RegisterExtension
  private static final Ledger LEDGER = Ledger.of("Losses", CASES.keySet(), FORWARD, GRADIENT);

  static Set<String> cases() {
    return CASES.keySet();
  }

  @Test
  void everyGoldenCaseHasAModel() {
    assertThat(CASES.keySet()).containsExactlyElementsOf(Golden.names(GOLDEN));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossesAndGradientsMatchKeras(String name) {
    JsonNode golden = GOLDEN.get(name);
    try (Model model = Golden.required(CASES, name).compile()) {
      Predictions.assertClose(LEDGER.row(name), model, golden);
      Gradients.assertClose(LEDGER.row(name), model, golden);
    }
  }
}
