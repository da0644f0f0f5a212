package io.rhyton.golden;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.execution.DTypePolicy;
import io.rhyton.execution.Execution;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Closeness;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.Nadam;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.optimizer.RMSprop;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.schedule.ExponentialDecay;
import io.rhyton.training.LossScaleState;
import io.rhyton.training.Model;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Training in float16 with gradients that overflow, compared with Keras's {@code mixed_float16} and
 * {@code LossScaleOptimizer}.
 */
class LossScaleGoldenTest {
  /** Twice the rounding error of float16, and a little more for the preceding steps. */
  private static final double TOLERANCE = 2e-3;

  private static final JsonNode GOLDEN = Golden.read("precision");
  private static final Map<String, Optimizer> CASES =
      Map.of(
          "sgd", SGD.of(0.1).momentum(0.9),
          "adam", Adam.of(0.02),
          "growing", Adam.of(0.02),
          "growing_too_far", RMSprop.of(0.001),
          "clipped", SGD.of(0.1).momentum(0.5).globalClipnorm(0.3),
          "averaged", SGD.of(0.1).useEma(true).emaMomentum(0.7).emaOverwriteFrequency(2),
          "accumulated", Adam.of(0.05).gradientAccumulationSteps(2),
          "scheduled", Nadam.of(ExponentialDecay.of(0.05, 2, 0.5)));

  private static final ModelSpec MODEL =
      Sequential.image(4, 4, 2)
          .add("edges", Conv2D.of(3, 3).activation(RELU).useBias(false))
          .add("flatten", Flatten.of())
          .add("hidden", Dense.of(3).activation(TANH).useBias(false))
          .add("outputs", Dense.of(2).useBias(false))
          .build("golden");

  static List<String> cases() {
    return Golden.names(GOLDEN.get("cases"));
  }

  @Test
  void everyGoldenCaseHasAnOptimizer() {
    assertThat(CASES.keySet()).containsExactlyInAnyOrderElementsOf(cases());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void stepsAndLossScaleMatchKeras(String name) {
    JsonNode golden = GOLDEN.get("cases").get(name);
    CompileSpec compile = CompileSpec.of(Golden.required(CASES, name), MeanSquaredError.of());
    Execution execution = Execution.defaults().dtypePolicy(DTypePolicy.MIXED_FLOAT16);
    try (Model model = Model.compile(MODEL, compile, execution)) {
      Dataset data = GoldenData.of(GOLDEN, model);
      model.loadWeights(Golden.weights(GOLDEN.get("start")));
      model.loadOptimizerState(
          LossScaleState.of(
              model.optimizerState(),
              golden.get("scale").floatValue(),
              golden.get("counter").floatValue()));
      int number = 1;
      for (JsonNode step : golden.get("steps")) {
        String what = name + ", step " + number++;
        Closeness.assertClose(
            what + ", loss",
            model.trainOnBatch(data).loss(),
            step.get("loss").doubleValue(),
            TOLERANCE);
        OptimizerState state = model.optimizerState();
        assertThat(state.slots().values(LossScaleState.SCALE))
            .as("%s, scale", what)
            .containsExactly(step.get("scale").floatValue());
        assertThat(state.slots().values(LossScaleState.STEPS))
            .as("%s, counter", what)
            .containsExactly(step.get("counter").floatValue());
        assertThat(state.iteration())
            .as("%s, iterations", what)
            .isEqualTo(step.get("iterations").longValue());
        Closeness.assertClose(what, model.weights(), step.get("weights"), TOLERANCE);
      }
    }
  }

  @Test
  void someStepsAreSkippedAndSomeAreNot() {
    for (JsonNode golden : GOLDEN.get("cases")) {
      JsonNode steps = golden.get("steps");
      boolean grows = golden.get("counter").intValue() > 1000;
      assertThat(steps.get(steps.size() - 1).get("iterations").intValue())
          .isBetween(2, grows ? steps.size() : steps.size() - 1);
    }
  }
}
