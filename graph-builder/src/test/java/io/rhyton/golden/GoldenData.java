package io.rhyton.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import io.rhyton.model.training.SparseCategoricalCrossentropy;
import io.rhyton.training.Model;
import org.tensorflow.ndarray.Shape;

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
    boolean classNumbers = model.compileSpec().loss() instanceof SparseCategoricalCrossentropy;
    return data.labelKind() == LabelKind.TARGETS || classNumbers
        ? data
        : data.oneHot((int) model.spec().resolve().outputShape().get(1));
  }

  private static Dataset samples(JsonNode inputs, JsonNode labels) {
    Shape shape = Golden.shape(inputs);
    float[] values = Golden.values(inputs);
    if (shape.numDimensions() == 4) {
      int height = (int) shape.get(1);
      int width = (int) shape.get(2);
      return Dataset.images(height, width, (int) shape.get(3), values, Golden.ints(labels));
    }
    if (shape.numDimensions() == 3) {
      return Dataset.sequences((int) shape.get(1), (int) shape.get(2), values, Golden.ints(labels));
    }
    float[][] rows = new float[(int) shape.get(0)][(int) shape.get(1)];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, i * rows[i].length, rows[i], 0, rows[i].length);
    }
    return labels.get(0).isArray()
        ? Dataset.vectors(rows, targets(labels))
        : Dataset.vectors(rows, Golden.ints(labels));
  }

  private static float[][] targets(JsonNode labels) {
    float[][] targets = new float[labels.size()][];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = Golden.floats(labels.get(i));
    }
    return targets;
  }
}
