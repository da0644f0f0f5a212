package io.rhyton.data;

import java.util.function.Function;
import org.tensorflow.ndarray.Shape;

/**
 * One input of every sample.
 *
 * @param name the name of the model input that it is for; empty if matched by position
 * @param shape the shape of one sample
 * @param samples the values
 * @param start the number of samples skipped at the start
 */
public record InputColumn(String name, Shape shape, Samples samples, int start) {

  /** Returns an unnamed column. */
  public static InputColumn of(Shape shape, Samples samples) {
    return new InputColumn("", shape, samples, 0);
  }

  int size() {
    return samples.size() - start;
  }

  /** The number of values per sample. */
  int width() {
    return Math.toIntExact(shape.size());
  }

  InputColumn named(String other) {
    return new InputColumn(other, shape, samples, start);
  }

  InputColumn skip(int count) {
    return new InputColumn(name, shape, samples, start + count);
  }

  InputColumn rescale(double scale, double offset) {
    return new InputColumn(name, shape, samples.rescale(scale, offset), start);
  }

  InputColumn replaceDistant(Function<LazySamples, Samples> cache) {
    return new InputColumn(name, shape, samples.replaceDistant(cache), start);
  }

  void copy(int index, float[] into, int at) {
    samples.copy(start + index, into, at);
  }

  /** Checks that the values of the first {@code size} samples are finite. */
  void requireFinite(int size) {
    int found = samples.firstNotFinite(start, size);
    if (found >= 0) {
      throw new DataException(
          "Data set",
          "finite values",
          firstNotFinite(found) + " in sample " + (found - start),
          "Leave the sample out, or replace the value.");
    }
  }

  private float firstNotFinite(int index) {
    float[] values = new float[(int) shape.size()];
    samples.copy(index, values, 0);
    int i = 0;
    while (Float.isFinite(values[i])) {
      i++;
    }
    return values[i];
  }
}
