package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.cases.WeightedCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Closeness;
import io.rhyton.history.Scores;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/** Training with weights per sample, per position and per class. */
class WeightedGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("weighted");
  private static final Map<String, CompiledCase> CASES = WeightedCases.all();
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
  void historyWeightsAndEvaluationMatchKeras(String name) {
    JsonNode golden = GOLDEN.get(name);
    CompiledCase compiled = Golden.required(CASES, name);
    Map<Integer, Double> classes = classes(golden);
    try (Model model = compiled.compile()) {
      model.loadWeights(Golden.weights(golden.get("start")));
      Dataset data = weighted(golden, SeveralOutputsGoldenTest.data(golden, compiled));
      FitGoldenTest.assertSame(
          name, model.fit(data, FIT.classWeight(classes)), golden.get("history"), 1e-5);
      Closeness.assertClose(name + ", weights", model.weights(), golden.get("after"), 1e-4);
      Scores scores = model.evaluate(data, 2);
      for (String metric : Golden.names(golden.get("evaluation"))) {
        Closeness.assertClose(
            name + ", evaluated " + metric,
            scores.get(metric),
            golden.get("evaluation").get(metric).doubleValue(),
            1e-5);
      }
      Scores batch = model.trainOnBatch(data.take(2), classes);
      Closeness.assertClose(
          name + ", batch", batch.loss(), golden.get("batch").doubleValue(), 1e-5);
      Closeness.assertClose(
          name + ", weights after it", model.weights(), golden.get("after_batch"), 1e-4);
    }
  }

  private static Map<Integer, Double> classes(JsonNode golden) {
    Map<Integer, Double> classes = new HashMap<>();
    golden
        .get("classes")
        .properties()
        .forEach(
            entry -> classes.put(Integer.valueOf(entry.getKey()), entry.getValue().doubleValue()));
    return classes;
  }

  /** Gives the labels of each output their own weights, or those of all outputs the same. */
  private static Dataset weighted(JsonNode golden, Dataset data) {
    JsonNode weights = golden.get("weights");
    if (weights.size() < 2) {
      return weights.isEmpty() ? data : weighted(data, weights.get(0));
    }
    List<Dataset> parts = new ArrayList<>(List.of(Dataset.ofColumns(data.inputs())));
    for (int i = 0; i < weights.size(); i++) {
      Dataset label = Dataset.ofColumns(List.of(data.labels().get(i)));
      parts.add(weighted(label, weights.get(i)));
    }
    return Dataset.zip(parts.toArray(Dataset[]::new));
  }

  private static Dataset weighted(Dataset data, JsonNode weights) {
    Shape shape = Golden.shape(weights).tail();
    float[] values = Golden.values(weights);
    return shape.size() == 1 ? data.sampleWeights(values) : data.sampleWeights(shape, values);
  }
}
