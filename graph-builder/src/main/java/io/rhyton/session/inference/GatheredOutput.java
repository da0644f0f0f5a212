package io.rhyton.session.inference;

import io.rhyton.data.DataException;
import io.rhyton.model.shape.ShapeText;
import java.util.Arrays;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

/** One output's values, concatenated over batches. */
final class GatheredOutput {
  /** The largest array size that every JVM supports. */
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  private final Shape sample;
  private float[] values;
  private int filled;
  private int samples;

  /**
   * Starts empty.
   *
   * @param first the output of the first batch
   * @param expected the number of samples to allocate room for initially
   */
  GatheredOutput(BatchOutput first, int expected) {
    this.sample = first.shape().tail();
    this.values = new float[Math.toIntExact(expected * sample.size())];
  }

  /**
   * Appends the output of the next batch.
   *
   * @param size the number of samples in the batch
   * @throws DataException if the shape per sample differs
   */
  void append(BatchOutput batch, int size) {
    if (!batch.shape().tail().equals(sample)) {
      throw new DataException(
          "Batch source",
          "batches with outputs of " + ShapeText.of(sample) + ", like the first",
          ShapeText.of(batch.shape().tail()),
          "Predict the batches one by one.");
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
