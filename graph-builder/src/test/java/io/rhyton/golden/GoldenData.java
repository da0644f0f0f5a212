package io.rhyton.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.file.Golden;
import io.rhyton.training.Model;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.tensorflow.ndarray.Shape;

/** The samples and labels of a golden case. */
final class GoldenData {
  private GoldenData() {}

  /** Returns the data with labels in the format that the model's loss expects. */
  static Dataset of(JsonNode golden, Model model) {
    return of(golden, new CompiledCase(model.spec(), model.compileSpec()));
  }

  /** Returns the data with labels in the format that the model's loss expects. */
  static Dataset of(JsonNode golden, CompiledCase model) {
    boolean classIndices = model.objective().takesClassIndices();
    JsonNode labels = golden.get("labels");
    if (classIndices && labels.get(0).isArray()) {
      return Dataset.zip(samples(golden.get("inputs")), severalNumbers(labels));
    }
    Dataset data = samples(golden.get("inputs"), labels);
    return data.label().kind() == LabelKind.TARGETS || classIndices
        ? data
        : data.oneHot((int) model.spec().resolve().outputShape().get(1));
  }

  private static Dataset samples(JsonNode inputs, JsonNode labels) {
    return Dataset.zip(
        samples(inputs),
        labels.get(0).isArray()
            ? Dataset.targets(targets(labels))
            : Dataset.classIndices(Golden.ints(labels)));
  }

  private static Dataset samples(JsonNode inputs) {
    return Dataset.samples(Golden.shape(inputs).tail(), Golden.values(inputs));
  }

  /** Several class indices per sample. */
  private static Dataset severalNumbers(JsonNode labels) {
    int[] numbers =
        StreamSupport.stream(labels.spliterator(), false)
            .flatMapToInt(sample -> Arrays.stream(Golden.ints(sample)))
            .toArray();
    return Dataset.classIndices(Shape.of(labels.get(0).size()), numbers);
  }

  private static float[][] targets(JsonNode labels) {
    float[][] targets = new float[labels.size()][];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = Golden.floats(labels.get(i));
    }
    return targets;
  }
}
