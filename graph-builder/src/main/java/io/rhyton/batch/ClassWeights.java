package io.rhyton.batch;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import java.util.Map;

/**
 * Converts class weights to sample weights.
 *
 * <p>Source: {@code keras/src/trainers/data_adapters/data_adapter_utils.py}, {@code
 * class_weight_to_sample_weights}, Keras 3.15.
 */
final class ClassWeights {
  private ClassWeights() {}

  /**
   * Returns the same samples with sample weights; classes without an entry have weight 1.
   *
   * @param where the consumer of the data, for messages
   * @throws DataException if a sample has several labels or classes, or the data already has sample
   *     weights
   */
  static Dataset weigh(String where, Dataset data, Map<Integer, Double> classWeight) {
    if (data.labels().size() != 1) {
      throw unfit(where, "one label per sample for classWeight", data.labels().size() + " labels");
    }
    if (data.isWeighted()) {
      throw unfit(where, "data without sample weights, because of classWeight", "sample weights");
    }
    boolean row = data.labelKind() == LabelKind.TARGETS && data.labelShape().numDimensions() == 1;
    if (!row && data.labelWidth() != 1) {
      throw unfit(where, "one class per sample for classWeight", data.labelWidth() + " values");
    }
    float[] weights = new float[data.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = classWeight.getOrDefault(classIndex(data, i), 1.0).floatValue();
    }
    return data.sampleWeights(weights);
  }

  /** A single value is the class index itself; several are scores, of which the largest counts. */
  private static int classIndex(Dataset data, int index) {
    if (data.labelWidth() > 1) {
      return data.label(index);
    }
    float[] value = new float[1];
    data.copyLabel(index, value, 0);
    return (int) Math.rint(value[0]);
  }

  private static DataException unfit(String where, String expected, String received) {
    return new DataException(
        where, expected, received, "Use sample weights instead: Dataset.weighted.");
  }
}
