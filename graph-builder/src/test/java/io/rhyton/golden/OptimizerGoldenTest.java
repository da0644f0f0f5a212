package io.rhyton.golden;

import static io.rhyton.golden.parity.Aspect.FORWARD;
import static io.rhyton.golden.parity.Aspect.MOVEMENT;
import static io.rhyton.golden.parity.Aspect.SLOTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.golden.cases.OptimizerCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Ledger;
import io.rhyton.golden.parity.LedgerRow;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("optimizers");
  private static final Weights START = Golden.weights(GOLDEN.get("start"));
  private static final Map<String, Optimizer> CASES = OptimizerCases.all();

  @RegisterExtension
  private static final Ledger LEDGER =
      Ledger.of("Optimizers and schedules", CASES.keySet(), FORWARD, MOVEMENT, SLOTS);

  private static final ModelSpec MODEL =
      Sequential.vector(3)
          .add("hidden", Dense.of(2).activation(ActivationFunction.TANH))
          .add("outputs", Dense.of(2))
          .build("golden");

  static Set<String> cases() {
    return CASES.keySet();
  }

  static Stream<String> casesWithAverages() {
    return cases().stream().filter(name -> Golden.required(CASES, name).options().useEma());
  }

  @Test
  void everyGoldenCaseHasAnOptimizer() {
    assertThat(CASES.keySet()).containsExactlyElementsOf(Golden.names(GOLDEN.get("cases")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weightsAndSlotVariablesMatchKeras(String name) {
    JsonNode golden = GOLDEN.get("cases").get(name);
    JsonNode losses = golden.get("losses");
    LedgerRow row = LEDGER.row(name);
    try (Model model = compile(name)) {
      Dataset data = GoldenData.of(GOLDEN, model);
      model.loadWeights(START);
      for (int step = 1; step <= losses.size(); step++) {
        row.assertClose(
            FORWARD,
            "loss in step " + step,
            model.trainOnBatch(data).loss(),
            losses.get(step - 1).doubleValue());
        JsonNode after = golden.get("after").path(Integer.toString(step));
        if (!after.isMissingNode()) {
          assertMoved(row, "after step " + step, model, after.get("weights"));
          assertKept(row, "after step " + step, model, after.get("kept"));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("casesWithAverages")
  void movingAveragesReplaceTheWeightsAtTheEndOfFit(String name) {
    JsonNode golden = GOLDEN.get("cases").get(name);
    try (Model model = compile(name)) {
      Dataset data = GoldenData.of(GOLDEN, model);
      model.loadWeights(START);
      Fit fit = Fit.epochs(golden.get("losses").size()).shuffle(false).progress(Progress.NONE);
      model.fit(data, fit);
      assertMoved(LEDGER.row(name), "after fit", model, golden.get("finished"));
    }
  }

  @MustBeClosed
  private static Model compile(String name) {
    return Model.compile(MODEL, Golden.required(CASES, name), MeanSquaredError.of());
  }

  /** Compares the changes of the weights, which are small compared to the weights themselves. */
  private static void assertMoved(LedgerRow row, String what, Model model, JsonNode expected) {
    Weights actual = model.weights();
    for (String weight : actual.names()) {
      row.assertClose(
          MOVEMENT,
          what + ", " + weight,
          distance(weight, actual.values(weight)),
          distance(weight, Golden.values(expected.get(weight))));
    }
  }

  private static float[] distance(String weight, float[] values) {
    float[] start = START.values(weight);
    for (int i = 0; i < values.length; i++) {
      values[i] -= start[i];
    }
    return values;
  }

  /** Compares the slot variables of the optimizer, in Keras's order. */
  private static void assertKept(LedgerRow row, String what, Model model, JsonNode expected) {
    Weights slots = model.optimizerState().slots();
    List<String> names = slots.names();
    assertThat(names).as(what).hasSize(expected.size());
    for (int i = 0; i < names.size(); i++) {
      row.assertClose(
          SLOTS,
          what + ", " + names.get(i),
          slots.values(names.get(i)),
          Golden.floats(expected.get(i)));
    }
  }
}
