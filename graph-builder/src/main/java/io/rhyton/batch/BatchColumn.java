package io.rhyton.batch;

import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.ndarray.buffer.LongDataBuffer;

/** Copies one input or one label of the samples into batches. */
interface BatchColumn {

  /** Adds an empty column to a batch; returns the function that fills it. */
  Filling addTo(Feed feed);

  /** Fills one column of one batch; may be called by several threads at once. */
  interface Filling {
    /** Copies the column of a sample to a position in the batch. */
    void fill(int sample, int position);
  }

  /**
   * Copies the inputs and labels of a data set, and its sample weights if it has some.
   *
   * @param data the data, its inputs and labels in the model's order
   * @param forms the form in which each label is fed; empty to feed samples without labels
   */
  static List<BatchColumn> all(Dataset data, List<LabelForm> forms) {
    List<BatchColumn> columns = new ArrayList<>();
    data.inputs().forEach(input -> columns.add(input(input)));
    List<Dataset> labels = data.labels();
    for (int i = 0; i < forms.size(); i++) {
      columns.add(label(labels.get(i), forms.get(i)));
    }
    if (data.isWeighted()) {
      labels.forEach(label -> columns.add(weights(label)));
    }
    return columns;
  }

  /** Copies the only input of a data set. */
  static BatchColumn input(Dataset data) {
    Shape shape = data.shape();
    int width = Math.toIntExact(shape.size());
    ThreadLocal<float[]> values = ThreadLocal.withInitial(() -> new float[width]);
    return feed -> {
      FloatDataBuffer batch = feed.addInput(shape);
      return (sample, position) -> {
        data.copyInput(sample, values.get(), 0);
        batch.offset((long) position * width).write(values.get());
      };
    };
  }

  /** Copies the only label of a data set. */
  static BatchColumn label(Dataset data, LabelForm form) {
    int width = data.labelWidth();
    return form == LabelForm.CLASS_INDICES ? classIndices(data, width) : rows(data, width);
  }

  private static BatchColumn classIndices(Dataset data, int width) {
    Shape shape = data.labelShape();
    ThreadLocal<long[]> numbers = ThreadLocal.withInitial(() -> new long[width]);
    return feed -> {
      LongDataBuffer batch = feed.addClassIndices(shape);
      return (sample, position) -> {
        data.copyClassIndices(sample, numbers.get(), 0);
        batch.offset((long) position * width).write(numbers.get());
      };
    };
  }

  private static BatchColumn rows(Dataset data, int width) {
    // Integer labels are rows of one value.
    Shape shape =
        data.labelKind() == LabelKind.CLASS_INDICES
            ? data.labelShape().append(1)
            : data.labelShape();
    ThreadLocal<float[]> values = ThreadLocal.withInitial(() -> new float[width]);
    return feed -> {
      FloatDataBuffer batch = feed.addTargets(shape);
      return (sample, position) -> {
        data.copyLabel(sample, values.get(), 0);
        batch.offset((long) position * width).write(values.get());
      };
    };
  }

  /** Copies the weight of each position of the only label of a data set. */
  static BatchColumn weights(Dataset data) {
    Shape places = LabelContract.places(data);
    int width = Math.toIntExact(places.size());
    int given = Math.toIntExact(data.weightShape().size());
    ThreadLocal<float[]> values = ThreadLocal.withInitial(() -> new float[width]);
    return feed -> {
      FloatDataBuffer batch = feed.addWeights(places);
      return (sample, position) -> {
        data.copyWeights(sample, values.get(), 0);
        if (given < width) {
          Arrays.fill(values.get(), values.get()[0]);
        }
        batch.offset((long) position * width).write(values.get());
      };
    };
  }
}
