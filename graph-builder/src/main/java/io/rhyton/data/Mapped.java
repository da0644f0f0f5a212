package io.rhyton.data;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Samples transformed by a function.
 *
 * @param samples the original samples
 * @param width the number of values per sample
 * @param function returns the values of a sample transformed
 */
record Mapped(Samples samples, int width, UnaryOperator<float[]> function) implements Samples {

  @Override
  public int size() {
    return samples.size();
  }

  @Override
  public void copy(int index, float[] into, int at) {
    float[] sample = new float[width];
    samples.copy(index, sample, 0);
    float[] mapped = function.apply(sample);
    if (mapped.length != width) {
      throw new DataException(
          "Data set",
          "a function that returns " + width + " values per sample",
          Integer.toString(mapped.length),
          "Keep the shape of the samples.");
    }
    System.arraycopy(mapped, 0, into, at, width);
  }

  @Override
  public int firstNotFinite(int from, int count) {
    float[] values = new float[width];
    for (int i = from; i < from + count; i++) {
      copy(i, values, 0);
      for (float value : values) {
        if (!Float.isFinite(value)) {
          return i;
        }
      }
    }
    return -1;
  }

  @Override
  public Samples rescale(double scale, double offset) {
    return new Rescaled(this, width, scale, offset);
  }

  @Override
  public Samples replaceLazy(Function<LazySamples, Samples> cache) {
    return new Mapped(samples.replaceLazy(cache), width, function);
  }
}
