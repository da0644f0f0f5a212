package io.rhyton.batch;

import io.rhyton.data.Dataset;
import io.rhyton.data.InputColumn;
import io.rhyton.data.LabelColumn;
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
   * @param kinds the kind of labels to feed for each output; empty to feed samples without labels
   */
  static List<BatchColumn> all(Dataset data, List<LabelKind> kinds) {
    List<BatchColumn> columns = new ArrayList<>();
    data.inputs().forEach(input -> columns.add(input(input)));
    List<LabelColumn> labels = data.labels();
    for (int i = 0; i < kinds.size(); i++) {
      columns.add(label(labels.get(i), kinds.get(i)));
    }
    if (data.isWeighted()) {
      labels.forEach(label -> columns.add(weights(label)));
    }
    return columns;
  }

  /** Copies an input. */
  static BatchColumn input(InputColumn input) {
    Shape shape = input.shape();
    int width = Math.toIntExact(shape.size());
    ThreadLocal<float[]> values = ThreadLocal.withInitial(() -> new float[width]);
    return feed -> {
      FloatDataBuffer batch = feed.addInput(shape);
      return (sample, position) -> {
        input.copy(sample, values.get(), 0);
        batch.offset((long) position * width).write(values.get());
      };
    };
  }

  /** Copies a label. */
  static BatchColumn label(LabelColumn label, LabelKind kind) {
    return kind == LabelKind.CLASS_INDICES ? classIndices(label) : rows(label);
  }

  private static BatchColumn classIndices(LabelColumn label) {
    Shape shape = label.shape();
    int width = Math.toIntExact(shape.size());
    ThreadLocal<long[]> numbers = ThreadLocal.withInitial(() -> new long[width]);
    return feed -> {
      LongDataBuffer batch = feed.addClassIndices(shape);
      return (sample, position) -> {
        label.copyClassIndices(sample, numbers.get(), 0);
        batch.offset((long) position * width).write(numbers.get());
      };
    };
  }

  private static BatchColumn rows(LabelColumn label) {
    // Integer labels are rows of one value.
    Shape shape = label.kind() == LabelKind.CLASS_INDICES ? label.shape().append(1) : label.shape();
    int width = Math.toIntExact(shape.size());
    ThreadLocal<float[]> values = ThreadLocal.withInitial(() -> new float[width]);
    return feed -> {
      FloatDataBuffer batch = feed.addTargets(shape);
      return (sample, position) -> {
        label.copy(sample, values.get(), 0);
        batch.offset((long) position * width).write(values.get());
      };
    };
  }

  /** Copies the weight of each position of a label. */
  static BatchColumn weights(LabelColumn label) {
    Shape positions = LabelContract.positions(label);
    int width = Math.toIntExact(positions.size());
    int given = Math.toIntExact(label.weightShape().size());
    ThreadLocal<float[]> values = ThreadLocal.withInitial(() -> new float[width]);
    return feed -> {
      FloatDataBuffer batch = feed.addWeights(positions);
      return (sample, position) -> {
        label.copyWeights(sample, values.get(), 0);
        if (given < width) {
          Arrays.fill(values.get(), values.get()[0]);
        }
        batch.offset((long) position * width).write(values.get());
      };
    };
  }
}
