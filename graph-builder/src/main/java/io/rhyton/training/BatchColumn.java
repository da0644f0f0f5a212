package io.rhyton.training;

import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import org.tensorflow.ndarray.Shape;

/** Gathers one input or one label of the samples of a batch, again and again in one array. */
interface BatchColumn {

  /** Adds the column to a batch of {@code size} samples, those at {@code order[from]} and on. */
  void addTo(Feed feed, int[] order, int from, int size);

  /** Gathers the only input of a data set, in batches of so many samples at most. */
  static BatchColumn input(Dataset data, int largest) {
    Shape shape = data.shape();
    int width = (int) shape.size();
    float[] values = new float[Math.toIntExact((long) largest * width)];
    return (feed, order, from, size) -> {
      for (int i = 0; i < size; i++) {
        data.copyInput(order[from + i], values, i * width);
      }
      feed.addInput(shape, values);
    };
  }

  /** Gathers the only label of a data set, in batches of so many samples at most. */
  static BatchColumn label(Dataset data, LabelForm form, int largest) {
    int width = data.labelWidth();
    int values = Math.toIntExact((long) largest * width);
    return form == LabelForm.CLASS_NUMBERS
        ? classNumbers(data, width, new long[values])
        : rows(data, width, new float[values]);
  }

  private static BatchColumn classNumbers(Dataset data, int width, long[] numbers) {
    Shape shape = data.labelShape();
    return (feed, order, from, size) -> {
      for (int i = 0; i < size; i++) {
        data.copyClassNumbers(order[from + i], numbers, i * width);
      }
      feed.addLabels(shape, numbers);
    };
  }

  private static BatchColumn rows(Dataset data, int width, float[] values) {
    // Class numbers are rows of one value.
    Shape shape =
        data.labelKind() == LabelKind.CLASS_NUMBERS
            ? data.labelShape().append(1)
            : data.labelShape();
    return (feed, order, from, size) -> {
      for (int i = 0; i < size; i++) {
        data.copyLabel(order[from + i], values, i * width);
      }
      feed.addLabels(shape, values);
    };
  }
}
