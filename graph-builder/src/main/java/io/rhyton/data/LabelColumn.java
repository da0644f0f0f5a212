package io.rhyton.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One label of every sample.
 *
 * @param name the name of the model output that it is for; empty if matched by position
 * @param labels the labels
 * @param start the number of labels skipped at the start
 * @param classNames the class names by index; empty if unknown
 * @param weights the sample weights; null if there are none
 */
@SuppressWarnings("exports") // For Rhyton's own modules.
public record LabelColumn(
    String name,
    Labels labels,
    int start,
    List<String> classNames,
    @Nullable WeightColumn weights) {

  /** Returns an unnamed, unweighted column. */
  public static LabelColumn of(Labels labels) {
    return new LabelColumn("", labels, 0, List.of(), null);
  }

  int size() {
    return labels.size() - start;
  }

  LabelColumn named(String other) {
    return new LabelColumn(other, labels, start, classNames, weights);
  }

  /** Returns the same labels with class names. */
  public LabelColumn classNames(List<String> names) {
    return new LabelColumn(name, labels, start, List.copyOf(names), weights);
  }

  LabelColumn skip(int count) {
    return new LabelColumn(
        name, labels, start + count, classNames, weights == null ? null : weights.skip(count));
  }

  /** Returns the integer labels one-hot encoded. */
  public LabelColumn oneHot(int classes) {
    return new LabelColumn(name, new OneHot(labels, classes), start, classNames, weights);
  }

  LabelColumn sampleWeights(WeightColumn weights) {
    return new LabelColumn(name, labels, start, classNames, weights);
  }

  /**
   * Checks that the labels of the first {@code size} samples are class indices from 0 to {@code
   * classes - 1}.
   *
   * @throws DataException if they are not
   */
  void requireClassIndices(int classes, int size) {
    int width = (int) labels.shape().size();
    if (labels.kind() != LabelKind.CLASS_INDICES) {
      throw noClassIndices("rows of " + width + " targets");
    }
    long[] numbers = new long[width];
    for (int i = 0; i < size; i++) {
      copy(i, numbers, 0);
      for (long number : numbers) {
        if (number < 0 || number >= classes) {
          throw new DataException(
              "Data set",
              "labels from 0 to " + (classes - 1),
              number + " at sample " + i,
              "Correct the label, or give the model more outputs.");
        }
      }
    }
  }

  static DataException noClassIndices(String received) {
    return new DataException(
        "Data set", "integer labels", received, "Provide the labels as an int[].");
  }

  int classIndex(int index) {
    return labels.classIndex(start + index);
  }

  void copy(int index, long[] into, int at) {
    labels.copy(start + index, into, at);
  }

  void copy(int index, float[] into, int at) {
    labels.copy(start + index, into, at);
  }
}
