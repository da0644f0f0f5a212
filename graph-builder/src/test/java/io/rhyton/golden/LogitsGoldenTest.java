package io.rhyton.golden;

import static io.rhyton.golden.parity.Aspect.FORWARD;
import static io.rhyton.golden.parity.Aspect.GRADIENT;
import static io.rhyton.model.layer.ActivationFunction.EXPONENTIAL;
import static io.rhyton.model.layer.ActivationFunction.HARD_SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.LINEAR;
import static io.rhyton.model.layer.ActivationFunction.LOG_SOFTMAX;
import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.cases.IdentityModel;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Ledger;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.ActivityRegularization;
import io.rhyton.model.layer.GaussianNoise;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.layer.Softmax;
import io.rhyton.model.layer.UnitNormalization;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Sequence;
import io.rhyton.training.Model;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses use the logits behind a softmax or sigmoid where Keras does, and nowhere else. */
class LogitsGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("logits");
  private static final Map<String, CompiledCase> CASES = models();

  @RegisterExtension
  private static final Ledger LEDGER =
      Ledger.of("Losses of logits", Golden.names(GOLDEN), FORWARD, GRADIENT);

  static Set<String> cases() {
    return CASES.keySet();
  }

  @Test
  void everyGoldenCaseHasAModel() {
    assertThat(CASES.keySet()).containsExactlyInAnyOrderElementsOf(Golden.names(GOLDEN));
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

  private static Map<String, CompiledCase> models() {
    Loss categorical = CategoricalCrossentropy.of();
    Sequential<FeatureVector> softmax = IdentityModel.of(4, LINEAR).add(Softmax.of());
    SparseCategoricalCrossentropy sparse = SparseCategoricalCrossentropy.of();
    Sequential<Sequence> rows = IdentityModel.of(4, LINEAR).add(Reshape.sequence(2, 2));
    return Map.ofEntries(
        entry("softmax", model(softmax, categorical)),
        entry(
            "softmax_of_sigmoid",
            model(IdentityModel.of(4, SIGMOID).add(Softmax.of()), categorical)),
        entry(
            "softmax_noise",
            model(
                softmax.add(GaussianNoise.of(0)).add(ActivityRegularization.of().l2(0.1)),
                categorical)),
        entry("softmax_re_lu", model(softmax.add(ReLU.of()), categorical)),
        entry("softmax_unit", model(softmax.add(UnitNormalization.of()), categorical)),
        entry("exponential", model(IdentityModel.of(4, EXPONENTIAL), categorical)),
        entry(
            "log_softmax",
            model(IdentityModel.of(4, LOG_SOFTMAX), CategoricalCrossentropy.of().fromLogits(true))),
        entry("hard_sigmoid", model(IdentityModel.of(4, HARD_SIGMOID), BinaryCrossentropy.of())),
        entry(
            "sparse_softmax", model(IdentityModel.of(4, LINEAR).add(Softmax.of().axis(1)), sparse)),
        entry("sparse_softmax_of_columns", model(rows.add(Softmax.of().axis(1)), sparse)),
        entry("sparse_softmax_of_all", model(rows.add(Softmax.of().axis(1, 2)), sparse)));
  }

  private static CompiledCase model(Sequential<?> layers, Loss loss) {
    return CompiledCase.of(layers.build("golden"), loss);
  }
}
