package io.rhyton.training;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import io.rhyton.model.ResolvedModel;

/** What samples and labels must be to train a model or to measure it. */
final class DataContract {
  private final String where;
  private final SampleContract samples;
  private final int outputs;
  private final LabelForm form;

  DataContract(ResolvedModel model, LabelForm form) {
    this.where = "Model '" + model.name() + "'";
    this.samples = new SampleContract(where, model.inputShape().tail());
    this.outputs = (int) model.outputShape().tail().size();
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
