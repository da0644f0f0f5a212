package io.rhyton.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import io.rhyton.training.Model;

/** The samples and labels of a golden case. */
final class GoldenData {
  private GoldenData() {}

  /** The data in the form that the model's loss takes. */
  static Dataset of(JsonNode golden, Model model) {
    return of(golden, new CompiledCase(model.spec(), model.compileSpec()));
  }

  /** The data in the form that the model's loss takes. */
  static Dataset of(JsonNode golden, CompiledCase model) {
    Dataset data = samples(golden.get("inputs"), golden.get("labels"));
    boolean classNumbers = model.objective().takesClassNumbers();
    return data.labelKind() == LabelKind.TARGETS || classNumbers
        ? data
        : data.oneHot((int) model.spec().resolve().outputShape().get(1));
  }

  private static Dataset samples(JsonNode inputs, JsonNode labels) {
    return Dataset.join(
        Dataset.samples(Golden.shape(inputs).tail(), Golden.values(inputs)),
        labels.get(0).isArray()
            ? Dataset.targets(targets(labels))
            : Dataset.classNumbers(Golden.ints(labels)));
  }

  private static float[][] targets(JsonNode labels) {
    float[][] targets = new float[labels.size()][];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = Golden.floats(labels.get(i));
    }
    return targets;
  }
}
