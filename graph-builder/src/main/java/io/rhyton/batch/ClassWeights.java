package io.rhyton.batch;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelColumn;
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
    LabelColumn label = data.label();
    int width = (int) label.shape().size();
    boolean row = label.kind() == LabelKind.TARGETS && label.shape().numDimensions() == 1;
    if (!row && width != 1) {
      throw unfit(where, "one class per sample for classWeight", width + " values");
    }
    float[] weights = new float[data.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = classWeight.getOrDefault(classIndex(label, width, i), 1.0).floatValue();
    }
    return data.sampleWeights(weights);
  }

  /** A single value is the class index itself; several are scores, of which the largest counts. */
  private static int classIndex(LabelColumn label, int width, int sample) {
    return width > 1 ? label.classIndex(sample) : (int) Math.rint(label.values(sample)[0]);
  }

  private static DataException unfit(String where, String expected, String received) {
    return new DataException(
        where, expected, received, "Use sample weights instead: Dataset.sampleWeights.");
  }
}
