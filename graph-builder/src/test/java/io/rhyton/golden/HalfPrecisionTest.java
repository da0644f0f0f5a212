package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.execution.Execution;
import io.rhyton.execution.ModelValues;
import io.rhyton.golden.cases.AttentionCases;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.cases.Convolution1DCases;
import io.rhyton.golden.cases.ConvolutionCases;
import io.rhyton.golden.cases.DenseCases;
import io.rhyton.golden.cases.DepthwiseCases;
import io.rhyton.golden.cases.LayerCases;
import io.rhyton.golden.cases.RecurrentCases;
import io.rhyton.golden.cases.TransposedCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Closeness;
import io.rhyton.graph.GraphBuilder;
import io.rhyton.graph.layer.ComputeDtype;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.weight.Weights;
import io.rhyton.session.training.SessionTrainer;
import io.rhyton.training.LossScaleState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers with convolutions or matrix products in 16 bits, compared with Keras in float32. */
class HalfPrecisionTest {
  private static final JsonNode GOLDEN = LayerCases.golden();
  private static final Map<String, ModelSpec> CASES = new LinkedHashMap<>();

  static {
    List<Consumer<LayerCases>> families =
        List.of(
            AttentionCases::addTo,
            ConvolutionCases::addTo,
            Convolution1DCases::addTo,
            DenseCases::addTo,
            DepthwiseCases::addTo,
            RecurrentCases::addTo,
            TransposedCases::addTo);
    families.forEach(family -> CASES.putAll(LayerCases.of(family)));
  }

  static Stream<Arguments> cases() {
    Set<String> recurrent = LayerCases.of(RecurrentCases::addTo).keySet();
    return Stream.concat(
        CASES.keySet().stream().map(name -> Arguments.of(name, ComputeDtype.FLOAT16, 0.01)),
        CASES.keySet().stream()
            .filter(name -> !recurrent.contains(name))
            .map(name -> Arguments.of(name, ComputeDtype.BFLOAT16, 0.1)));
  }

  @ParameterizedTest
  @SuppressWarnings("MustBeClosedChecker") // The trainer closes the graph.
  @MethodSource("cases")
  void outputsAndGradientsAreCloseToThoseInFloat32(
      String name, ComputeDtype computeDtype, double tolerance) {
    ModelSpec spec = Golden.required(CASES, name);
    JsonNode golden = GOLDEN.get(name);
    CompiledCase compiled = CompiledCase.of(spec, MeanSquaredError.of());
    CompileSpec compile = compiled.compileSpec();
    Weights start = Golden.weights(golden.get("start"));
    try (SessionTrainer trainer =
        new SessionTrainer(
            name,
            GraphBuilder.build(spec.resolve(), compile, 0, computeDtype),
            Execution.defaults())) {
      trainer.loadWeights(start);
      // The gradients of some cases are too large for the initial loss scale.
      trainer.loadOptimizerState(
          LossScaleState.of(trainer.inspect(ModelValues::optimizerState), 16, 0));
      Closeness.assertClose(
          name + ", prediction",
          Golden.values(trainer.predictor().predict(Golden.array(golden.get("inputs")))),
          Golden.values(golden.get("prediction")),
          tolerance);
      trainer.trainOnBatch(GoldenData.of(golden, compiled));
      Weights stepped = trainer.inspect(ModelValues::weights);
      JsonNode gradients = golden.get("gradients");
      for (String weight : Golden.names(gradients)) {
        if (!Gradients.isZero(gradients, weight)) {
          Closeness.assertClose(
              name + ", gradient of " + weight,
              Gradients.of(start.values(weight), stepped.values(weight)),
              Golden.values(gradients.get(weight)),
              tolerance);
        }
      }
      assertThat(stepped).isNotEqualTo(start);
    }
  }
}
