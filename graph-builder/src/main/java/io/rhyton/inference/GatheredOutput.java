package io.rhyton.inference;

import io.rhyton.data.DataException;
import io.rhyton.model.shape.ShapeText;
import java.util.Arrays;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

/** What one output made of batch after batch. */
final class GatheredOutput {
  /** As long as every Java lets an array be. */
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  private final Shape sample;
  private float[] values;
  private int filled;
  private int samples;

  /**
   * Starts with nothing.
   *
   * @param first what it made of the first batch
   * @param expected how many samples to have room for at once
   */
  GatheredOutput(BatchOutput first, int expected) {
    this.sample = first.shape().tail();
    this.values = new float[Math.toIntExact(expected * sample.size())];
  }

  /**
   * Adds what it made of the next batch.
   *
   * @param size the samples of the batch
   * @throws DataException if that is of another shape
   */
  void append(BatchOutput batch, int size) {
    if (!batch.shape().tail().equals(sample)) {
      throw new DataException(
          "Batch source",
          "batches of which the outputs are " + ShapeText.of(sample) + ", as of the first",
          ShapeText.of(batch.shape().tail()),
          "Predict them one by one.");
    }
    int more = Math.addExact(filled, batch.values().length);
    if (more > values.length) {
      values = Arrays.copyOf(values, (int) Math.min(MOST_VALUES, 2L * more));
    }
    System.arraycopy(batch.values(), 0, values, filled, batch.values().length);
    filled = more;
    samples += size;
  }

  FloatNdArray toNdArray() {
    float[] whole = filled == values.length ? values : Arrays.copyOf(values, filled);
    return NdArrays.wrap(sample.prepend(samples), DataBuffers.of(whole, false, false));
  }
}
