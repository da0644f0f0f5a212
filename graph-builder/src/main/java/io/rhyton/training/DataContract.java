package io.rhyton.training;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import org.tensorflow.ndarray.Shape;

/** What samples and labels must be to train a model or to measure it. */
final class DataContract {
  private final String where;
  private final SampleContract samples;
  private final int outputs;
  private final LabelForm form;

  /**
   * Describes the data of a model.
   *
   * @param where what messages call the model
   * @param inputShape the shape of a batch that it takes
   * @param outputShape the shape of a batch that it makes
   * @param form the labels that its loss takes
   */
  DataContract(String where, Shape inputShape, Shape outputShape, LabelForm form) {
    this.where = where;
    this.samples = new SampleContract(where, inputShape.tail());
    this.outputs = (int) outputShape.tail().size();
    this.form = form;
  }

  LabelForm form() {
    return form;
  }

  /** Checks samples and labels. */
  void requireLabelled(Dataset data) {
    samples.require(data);
    if (form == LabelForm.CLASS_NUMBERS) {
      requireClassNumbers(data);
    } else {
      requireRows(data);
    }
  }

  private void requireClassNumbers(Dataset data) {
    if (data.labelKind() == LabelKind.TARGETS) {
      throw new DataException(
          where,
          "class numbers as labels",
          "rows of " + data.labelWidth() + " targets",
          "Leave out oneHot, or use CategoricalCrossentropy.");
    }
    data.requireClassNumbers(outputs);
  }

  private void requireRows(Dataset data) {
    if (data.labelKind() == LabelKind.CLASS_NUMBERS && outputs > 1) {
      throw new DataException(
          where,
          "labels of " + outputs + " values a sample",
          "class numbers",
          "Call oneHot(" + outputs + ") on the data, or use SparseCategoricalCrossentropy.");
    }
    if (data.labelWidth() != outputs) {
      throw new DataException(
          where,
          "labels of " + outputs + " values a sample",
          data.labelKind() == LabelKind.NONE ? "no labels" : data.labelWidth() + " values",
          "Give every sample as many targets as the model has outputs.");
    }
  }
}
