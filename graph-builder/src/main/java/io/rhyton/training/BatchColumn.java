package io.rhyton.training;

import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.ndarray.buffer.LongDataBuffer;

/** Brings one input or one label of samples into batches. */
interface BatchColumn {

  /** Adds an empty column to a batch; returns what fills it. */
  Filling addTo(Feed feed);

  /** Fills one column of one batch; may be called by several threads at once. */
  interface Filling {
    /** Copies the column of a sample to a place in the batch. */
    void fill(int sample, int place);
  }

  /** Copies the only input of a data set. */
  static BatchColumn input(Dataset data) {
    Shape shape = data.shape();
    int width = Math.toIntExact(shape.size());
    ThreadLocal<float[]> values = ThreadLocal.withInitial(() -> new float[width]);
    return feed -> {
      FloatDataBuffer batch = feed.addInput(shape);
      return (sample, place) -> {
        data.copyInput(sample, values.get(), 0);
        batch.offset((long) place * width).write(values.get());
      };
    };
  }

  /** Copies the only label of a data set. */
  static BatchColumn label(Dataset data, LabelForm form) {
    int width = data.labelWidth();
    return form == LabelForm.CLASS_NUMBERS ? classNumbers(data, width) : rows(data, width);
  }

  private static BatchColumn classNumbers(Dataset data, int width) {
    Shape shape = data.labelShape();
    ThreadLocal<long[]> numbers = ThreadLocal.withInitial(() -> new long[width]);
    return feed -> {
      LongDataBuffer batch = feed.addClassNumbers(shape);
      return (sample, place) -> {
        data.copyClassNumbers(sample, numbers.get(), 0);
        batch.offset((long) place * width).write(numbers.get());
      };
    };
  }

  private static BatchColumn rows(Dataset data, int width) {
    // Class numbers are rows of one value.
    Shape shape =
        data.labelKind() == LabelKind.CLASS_NUMBERS
            ? data.labelShape().append(1)
            : data.labelShape();
    ThreadLocal<float[]> values = ThreadLocal.withInitial(() -> new float[width]);
    return feed -> {
      FloatDataBuffer batch = feed.addTargets(shape);
      return (sample, place) -> {
        data.copyLabel(sample, values.get(), 0);
        batch.offset((long) place * width).write(values.get());
      };
    };
  }
}
