package io.rhyton.batch;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * The labels that one output accepts.
 *
 * @param where the consumer of the labels, for messages
 * @param output the shape of the model's output for one sample
 * @param form the form in which they are fed
 */
record LabelContract(String where, Shape output, LabelForm form) {

  /** Validates the only labels of a data set. */
  void require(Dataset data) {
    if (form == LabelForm.CLASS_INDICES) {
      requireClassIndices(data);
    } else {
      requireRows(data);
    }
    requireWeights(data);
  }

  /** One weight per position of the output, or one per sample. */
  private void requireWeights(Dataset data) {
    Shape shape = data.weightShape();
    Shape places = places(data);
    if (shape.numDimensions() > 0 && !shape.equals(places)) {
      throw new DataException(
          where,
          "weights of shape " + ShapeText.of(places) + " or one per sample",
          ShapeText.of(shape),
          "Give one weight per position of the output, or one per sample.");
    }
  }

  /** The shape of the weights of the only label of a data set: one weight per position. */
  static Shape places(Dataset data) {
    Shape shape = data.labelShape();
    return data.labelKind() == LabelKind.CLASS_INDICES
        ? shape
        : shape.take(shape.numDimensions() - 1);
  }

  private int outputs() {
    return (int) output.get(output.numDimensions() - 1);
  }

  private boolean isRow() {
    return output.numDimensions() == 1;
  }

  private void requireClassIndices(Dataset data) {
    if (data.labelKind() == LabelKind.TARGETS) {
      throw new DataException(
          where,
          "integer labels",
          "rows of " + data.labelWidth() + " targets",
          "Leave out oneHot, or use CategoricalCrossentropy.");
    }
    data.requireClassIndices(outputs());
    Shape shape = output.take(output.numDimensions() - 1);
    if (!data.labelShape().isCompatibleWith(shape)) {
      throw new DataException(
          where,
          "integer labels of shape " + ShapeText.of(shape),
          ShapeText.of(data.labelShape()),
          "Give one integer label per position of the output.");
    }
  }

  private void requireRows(Dataset data) {
    boolean numbers = data.labelKind() == LabelKind.CLASS_INDICES;
    if (numbers && outputs() > 1) {
      throw new DataException(
          where,
          expected(),
          "integer labels",
          "Call oneHot(" + outputs() + ") on the data, or use SparseCategoricalCrossentropy.");
    }
    if (data.labelKind() == LabelKind.NONE) {
      throw unfit("no labels");
    }
    Shape shape = numbers ? data.labelShape().append(1) : data.labelShape();
    if (!shape.isCompatibleWith(output)) {
      throw unfit(isRow() ? data.labelWidth() + " values" : ShapeText.of(shape));
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
