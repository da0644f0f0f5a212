package io.rhyton.training;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.layer.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * What data must be to be fed to a model. TensorFlow does not check it: it takes a batch of any
 * shape.
 */
final class DataContract {
  private final String where;
  private final Shape sample;
  private final int outputs;
  private final LabelForm form;

  DataContract(ResolvedModel model, LabelForm form) {
    this.where = "Model '" + model.name() + "'";
    this.sample = model.inputShape().tail();
    this.outputs = (int) model.outputShape().tail().size();
    this.form = form;
  }

  LabelForm form() {
    return form;
  }

  /** Checks the samples and that there are any. */
  void requireSamples(Dataset data) {
    if (data.size() == 0) {
      throw new DataException(
          where, "at least one sample", "an empty data set", "Give it data, or split off less.");
    }
    if (!data.shape().equals(sample)) {
      throw new DataException(
          where,
          "samples of " + ShapeText.of(sample),
          ShapeText.of(data.shape()),
          "Resize the data, or build the model for its shape.");
    }
  }

  /** Checks samples and labels. */
  void requireLabelled(Dataset data) {
    requireSamples(data);
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
