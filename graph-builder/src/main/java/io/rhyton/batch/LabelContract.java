package io.rhyton.batch;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * What the labels of one output must be.
 *
 * @param where what takes them, for messages
 * @param output the shape of what the model puts out for one sample
 * @param form what they are fed as
 */
record LabelContract(String where, Shape output, LabelForm form) {

  /** Checks the only labels of a data set. */
  void require(Dataset data) {
    if (form == LabelForm.CLASS_NUMBERS) {
      requireClassNumbers(data);
    } else {
      requireRows(data);
    }
    requireWeights(data);
  }

  /** A weight for each place of the output, or one for all places of a sample. */
  private void requireWeights(Dataset data) {
    Shape shape = data.weightShape();
    Shape places = places(data);
    if (shape.numDimensions() > 0 && !shape.equals(places)) {
      throw new DataException(
          where,
          "weights of shape " + ShapeText.of(places) + " or one a sample",
          ShapeText.of(shape),
          "Weigh each row of the output, or each sample.");
    }
  }

  /** The shape of what the only label of a data set can count: one weight for each row. */
  static Shape places(Dataset data) {
    Shape shape = data.labelShape();
    return data.labelKind() == LabelKind.CLASS_NUMBERS
        ? shape
        : shape.take(shape.numDimensions() - 1);
  }

  private int outputs() {
    return (int) output.get(output.numDimensions() - 1);
  }

  private boolean isRow() {
    return output.numDimensions() == 1;
  }

  private void requireClassNumbers(Dataset data) {
    if (data.labelKind() == LabelKind.TARGETS) {
      throw new DataException(
          where,
          "class numbers as labels",
          "rows of " + data.labelWidth() + " targets",
          "Leave out oneHot, or use CategoricalCrossentropy.");
    }
    data.requireClassNumbers(outputs());
    Shape shape = output.take(output.numDimensions() - 1);
    if (!data.labelShape().isCompatibleWith(shape)) {
      throw new DataException(
          where,
          "class numbers of shape " + ShapeText.of(shape),
          ShapeText.of(data.labelShape()),
          "Give a class number for each row of the output.");
    }
  }

  private void requireRows(Dataset data) {
    boolean numbers = data.labelKind() == LabelKind.CLASS_NUMBERS;
    if (numbers && outputs() > 1) {
      throw new DataException(
          where,
          expected(),
          "class numbers",
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
        ? "labels of " + outputs() + " values a sample"
        : "labels of shape " + ShapeText.of(output);
  }

  private DataException unfit(String received) {
    return new DataException(
        where, expected(), received, "Give every sample as many targets as the model has outputs.");
  }
}
