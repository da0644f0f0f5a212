package io.rhyton.python;

import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.buffer.DataBuffers;

/** The values of an array, as {@link NpyFile} writes them. */
public final class ArrayValues {
  private ArrayValues() {}

  /** Returns a copy in row-major order. */
  public static float[] of(FloatNdArray array) {
    float[] values = new float[(int) array.size()];
    array.copyTo(DataBuffers.of(values, false, false));
    return values;
  }
}
