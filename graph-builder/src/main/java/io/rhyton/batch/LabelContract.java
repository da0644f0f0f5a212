package io.rhyton.batch;

import io.rhyton.data.DataException;
import io.rhyton.data.LabelColumn;
import io.rhyton.data.LabelKind;
import io.rhyton.graph.objective.LabelInput;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * The labels that one output accepts.
 *
 * @param where the consumer of the labels, for messages
 * @param output the shape of the model's output for one sample
 * @param kind the kind of labels to feed
 */
record LabelContract(String where, Shape output, LabelKind kind) {

  /** The kind of labels that a graph takes. */
  static LabelKind kind(LabelInput labels) {
    return labels.sparse() ? LabelKind.CLASS_INDICES : LabelKind.TARGETS;
  }

  /** Refuses a data set without labels. */
  DataException noLabels() {
    return kind == LabelKind.CLASS_INDICES
        ? new DataException(
            "Data set", "integer labels", "no labels", "Provide the labels as an int[].")
        : unfit("no labels");
  }

  /** Checks a class index. A single output has no number of classes: any value can be a class. */
  void requireClass(int index) {
    int fewest = kind == LabelKind.CLASS_INDICES ? 1 : 2;
    if (outputs() >= fewest && index >= outputs()) {
      throw new IllegalArgumentException(
          where + " has " + outputs() + " classes, got a classWeight of class " + index);
    }
  }

  /** Validates labels. */
  void require(LabelColumn label) {
    if (kind == LabelKind.CLASS_INDICES) {
      requireClassIndices(label);
    } else {
      requireRows(label);
    }
    requireWeights(label);
  }

  /** One weight per position of the output, or one per sample. */
  private void requireWeights(LabelColumn label) {
    Shape shape = label.weightShape();
    Shape positions = positions(label);
    if (shape.numDimensions() > 0 && !shape.equals(positions)) {
      throw new DataException(
          where,
          "weights of shape " + ShapeText.of(positions) + " or one per sample",
          ShapeText.of(shape),
          "Give one weight per position of the output, or one per sample.");
    }
  }

  /** The shape of the weights of a label: one weight per position. */
  static Shape positions(LabelColumn label) {
    Shape shape = label.shape();
    return label.kind() == LabelKind.CLASS_INDICES ? shape : shape.take(shape.numDimensions() - 1);
  }

  private int outputs() {
    return (int) output.get(output.numDimensions() - 1);
  }

  private boolean isRow() {
    return output.numDimensions() == 1;
  }

  private void requireClassIndices(LabelColumn label) {
    if (label.kind() == LabelKind.TARGETS) {
      throw new DataException(
          where,
          "integer labels",
          "rows of " + label.shape().size() + " targets",
          "Leave out oneHot, or use CategoricalCrossentropy.");
    }
    label.requireClassIndices(outputs());
    Shape shape = output.take(output.numDimensions() - 1);
    if (!label.shape().isCompatibleWith(shape)) {
      throw new DataException(
          where,
          "integer labels of shape " + ShapeText.of(shape),
          ShapeText.of(label.shape()),
          "Give one integer label per position of the output.");
    }
  }

  private void requireRows(LabelColumn label) {
    boolean numbers = label.kind() == LabelKind.CLASS_INDICES;
    if (numbers && outputs() > 1) {
      throw new DataException(
          where,
          expected(),
          "integer labels",
          "Call oneHot(" + outputs() + ") on the data, or use SparseCategoricalCrossentropy.");
    }
    Shape shape = numbers ? label.shape().append(1) : label.shape();
    if (!shape.isCompatibleWith(output)) {
      throw unfit(isRow() ? label.shape().size() + " values" : ShapeText.of(shape));
    }
  }

  private String expected() {
    return isRow()
        ? "labels of " + outputs() + " values per sample"
        : "labels of shape " + ShapeText.of(output);
  }

  private DataException unfit(String received) {
    return new DataException(
        where, expected(), received, "Give each sample one target value per output unit.");
  }
}
