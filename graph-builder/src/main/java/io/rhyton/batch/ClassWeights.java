package io.rhyton.batch;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import java.util.Map;

/**
 * Lets samples count what their classes count.
 *
 * <p>Source: {@code keras/src/trainers/data_adapters/data_adapter_utils.py}, {@code
 * class_weight_to_sample_weights}, Keras 3.15.
 */
final class ClassWeights {
  private ClassWeights() {}

  /**
   * The same samples, weighted; those of a class that is not named count 1.
   *
   * @param where what takes them, for messages
   * @throws DataException if a sample has several labels or classes, or they are weighted already
   */
  static Dataset weigh(String where, Dataset data, Map<Integer, Double> classWeight) {
    if (data.labels().size() != 1) {
      throw unfit(where, "one label a sample for classWeight", data.labels().size() + " of them");
    }
    if (data.isWeighted()) {
      throw unfit(where, "samples without weights, because of classWeight", "weighted ones");
    }
    boolean row = data.labelKind() == LabelKind.TARGETS && data.labelShape().numDimensions() == 1;
    if (!row && data.labelWidth() != 1) {
      throw unfit(where, "one class a sample for classWeight", data.labelWidth() + " values");
    }
    float[] weights = new float[data.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = classWeight.getOrDefault(classNumber(data, i), 1.0).floatValue();
    }
    return data.weighted(weights);
  }

  /** A single value is the number itself, and not the largest of one. */
  private static int classNumber(Dataset data, int index) {
    if (data.labelWidth() > 1) {
      return data.label(index);
    }
    float[] value = new float[1];
    data.copyLabel(index, value, 0);
    return (int) Math.rint(value[0]);
  }

  private static DataException unfit(String where, String expected, String received) {
    return new DataException(
        where, expected, received, "Weigh the samples themselves: Dataset.weighted.");
  }
}
