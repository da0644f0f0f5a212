package io.rhyton.data;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.model.shape.ShapeText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** One label of the samples of a data set. Immutable. */
public final class LabelColumn implements Column {
  private final String name;
  private final Labels labels;
  private final int start;
  private final int size;
  private final List<String> classNames;
  private final @Nullable WeightColumn weights;

  /**
   * Creates a column.
   *
   * @param start the number of labels skipped at the start
   * @param size the number of labels from there on
   * @param weights the sample weights; null if there are none
   */
  private LabelColumn(
      String name,
      Labels labels,
      int start,
      int size,
      List<String> classNames,
      @Nullable WeightColumn weights) {
    this.name = name;
    this.labels = labels;
    this.start = start;
    this.size = size;
    this.classNames = List.copyOf(classNames);
    this.weights = weights;
  }

  /** Returns an unnamed, unweighted column. */
  static LabelColumn of(Labels labels) {
    return new LabelColumn("", labels, 0, labels.size(), List.of(), null);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Shape shape() {
    return labels.shape();
  }

  @Override
  public int size() {
    return size;
  }

  /** The kind of the labels. */
  public LabelKind kind() {
    return labels.kind();
  }

  /** The class names by class index; empty if unknown. */
  public List<String> classNames() {
    return classNames;
  }

  /**
   * The class index of a sample; for a row of targets, its argmax.
   *
   * @param sample the index of the sample, from 0
   * @throws IllegalStateException if a sample has several integer labels
   * @throws IndexOutOfBoundsException if there is no such sample
   */
  public int classIndex(int sample) {
    return labels.classIndex(checked(sample));
  }

  @Override
  public void copy(int sample, float[] into, int at) {
    labels.copy(checked(sample), into, at);
  }

  /**
   * Copies the integer labels of a sample.
   *
   * @param sample the index of the sample, from 0
   * @param into the destination
   * @param at the first index in the destination
   * @throws IllegalStateException if the labels are not integers
   * @throws IndexOutOfBoundsException if there is no such sample, or it does not fit the
   *     destination
   */
  public void copyClassIndices(int sample, long[] into, int at) {
    Objects.requireNonNull(into, "into");
    labels.copy(checked(sample), into, at);
  }

  private int checked(int sample) {
    return start + Objects.checkIndex(sample, size);
  }

  /**
   * Checks that the labels are class indices from 0 to {@code classes - 1}.
   *
   * @throws DataException if they are not
   */
  public void requireClassIndices(int classes) {
    int width = (int) shape().size();
    if (kind() != LabelKind.CLASS_INDICES) {
      throw noClassIndices("rows of " + width + " targets");
    }
    long[] numbers = new long[width];
    for (int i = 0; i < size; i++) {
      copyClassIndices(i, numbers, 0);
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

  /** Whether the labels have sample weights. */
  public boolean isWeighted() {
    return weights != null;
  }

  /** The shape of the weights of one sample; a scalar for a single weight, or none. */
  public Shape weightShape() {
    return weights == null ? Shape.scalar() : weights.shape();
  }

  /**
   * Copies the weights of a sample; 1 if there are none.
   *
   * @param sample the index of the sample, from 0
   * @param into the destination
   * @param at the first index in the destination
   * @throws IndexOutOfBoundsException if there is no such sample, or it does not fit the
   *     destination
   */
  public void copyWeights(int sample, float[] into, int at) {
    Objects.requireNonNull(into, "into");
    int index = Objects.checkIndex(sample, size);
    if (weights == null) {
      into[at] = 1;
    } else {
      weights.copy(index, into, at);
    }
  }

  LabelColumn named(String other) {
    return new LabelColumn(other, labels, start, size, classNames, weights);
  }

  LabelColumn classNames(List<String> names) {
    return new LabelColumn(name, labels, start, size, names, weights);
  }

  /** The labels from one index to before another. */
  LabelColumn range(int from, int to) {
    WeightColumn skipped = weights == null ? null : weights.skip(from);
    return new LabelColumn(name, labels, start + from, to - from, classNames, skipped);
  }

  /** Returns the integer labels one-hot encoded. */
  LabelColumn oneHot(int classes) {
    Arguments.requirePositive("classes", classes);
    requireClassIndices(classes);
    return new LabelColumn(name, new OneHot(labels, classes), start, size, classNames, weights);
  }

  LabelColumn sampleWeights(WeightColumn weights) {
    return new LabelColumn(name, labels, start, size, classNames, weights);
  }

  @Override
  public String toString() {
    String kind = kind() == LabelKind.CLASS_INDICES ? "class indices" : "targets";
    return (name.isEmpty() ? "" : MessageText.name(name) + " ")
        + kind
        + (shape().numDimensions() == 0 ? "" : " " + ShapeText.of(shape()))
        + (isWeighted() ? ", weighted" : "");
  }
}
