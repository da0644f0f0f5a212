package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.cases.SeveralCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Closeness;
import io.rhyton.model.compile.Objective;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;

/** Training of models with several inputs and outputs, or with outputs of higher rank. */
class SeveralOutputsGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("several");
  private static final Map<String, CompiledCase> CASES = SeveralCases.all();
  private static final Fit FIT =
      Fit.epochs(3).batchSize(2).shuffle(false).validationSplit(0.25).progress(Progress.NONE);

  static List<String> cases() {
    return Golden.names(GOLDEN);
  }

  @Test
  void everyCaseIsRecorded() {
    assertThat(CASES.keySet()).containsExactlyInAnyOrderElementsOf(cases());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void historyWeightsAndPredictionsMatchKeras(String name) {
    JsonNode golden = GOLDEN.get(name);
    CompiledCase compiled = Golden.required(CASES, name);
    try (Model model = compiled.compile()) {
      model.loadWeights(Golden.weights(golden.get("start")));
      FitGoldenTest.assertSame(
          name, model.fit(data(golden, compiled), FIT), golden.get("history"), 1e-5);
      Closeness.assertClose(name + ", weights", model.weights(), golden.get("after"), 1e-4);
      List<FloatNdArray> inputs = new ArrayList<>();
      golden.get("inputs").forEach(input -> inputs.add(Golden.array(input)));
      List<FloatNdArray> predictions = model.predict(inputs);
      for (int i = 0; i < predictions.size(); i++) {
        Closeness.assertClose(
            name + ", output " + i,
            Golden.values(predictions.get(i)),
            Golden.values(golden.get("predictions").get(i)),
            1e-4);
      }
    }
  }

  static Dataset data(JsonNode golden, CompiledCase compiled) {
    List<Dataset> parts = new ArrayList<>();
    for (JsonNode input : golden.get("inputs")) {
      parts.add(Dataset.samples(Golden.shape(input).tail(), Golden.values(input)));
    }
    List<Objective> objectives = compiled.compileSpec().objectives(compiled.spec().resolve());
    for (int i = 0; i < objectives.size(); i++) {
      JsonNode labels = golden.get("labels").get(i);
      Shape shape = Golden.shape(labels).tail();
      parts.add(
          objectives.get(i).takesClassIndices()
              ? Dataset.classIndices(shape, Golden.ints(labels.get("values")))
              : Dataset.targets(shape, Golden.values(labels)));
    }
    return Dataset.zip(parts.toArray(Dataset[]::new));
  }
}
