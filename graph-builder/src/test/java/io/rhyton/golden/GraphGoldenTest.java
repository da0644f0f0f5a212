package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.graph.TrainingOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.MeanSquaredError;
import io.rhyton.model.training.SGD;
import io.rhyton.training.Model;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("graphs");
  private static final Map<String, ModelSpec> CASES = GraphCases.all();

  static Stream<String> cases() {
    return CASES.keySet().stream();
  }

  @Test
  void everyGoldenCaseHasAModel() {
    assertThat(CASES.keySet()).containsExactlyElementsOf(Golden.names(GOLDEN));
  }

  /** Weights are stored in this order. */
  @ParameterizedTest
  @MethodSource("cases")
  void layersAreInTheOrderOfKeras(String name) {
    ModelSpec spec = spec(name);
    // Keras leaves the input out of a sequential model's layers.
    int skipped = spec.type() == ModelType.SEQUENTIAL ? 1 : 0;
    assertThat(spec.layers().stream().skip(skipped).map(LayerSpec::name))
        .containsExactlyElementsOf(texts(GOLDEN.get(name).get("layers")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tableIsThatOfKeras(String name) {
    assertThat(spec(name).summary().lines().map(String::stripTrailing).toList())
        .isEqualTo(texts(GOLDEN.get(name).get("summary")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void outputsAndGradientsAreThoseOfKeras(String name) {
    JsonNode golden = GOLDEN.get(name);
    try (Model model = CompiledCase.of(spec(name), MeanSquaredError.of()).compile()) {
      Predictions.assertClose(name, model, golden, 1e-5);
      Gradients.assertClose(name, model, golden, 1e-4);
    }
    Closeness.assertClose(
        name + ", output in training",
        TrainingOutput.of(
            spec(name), Golden.weights(golden.get("start")), Golden.array(golden.get("inputs")), 0),
        Golden.values(
            golden.path("training_output").isMissingNode()
                ? golden.get("prediction")
                : golden.get("training_output")),
        1e-5);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weightsAfterThreeStepsAreThoseOfKeras(String name) {
    JsonNode golden = GOLDEN.get(name);
    CompileSpec compile = CompileSpec.of(SGD.of(0.1).momentum(0.9), MeanSquaredError.of());
    try (Model model = Model.compile(spec(name), compile)) {
      Dataset data = GoldenData.of(golden, model);
      model.load(Golden.weights(golden.get("start")));
      for (int step = 0; step < 3; step++) {
        model.trainOnBatch(data);
      }
      Closeness.assertClose(
          name + ", after three steps", model.weights(), golden.get("after_three_steps"), 1e-5);
    }
  }

  private static ModelSpec spec(String name) {
    return Golden.required(CASES, name);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
  }
}
