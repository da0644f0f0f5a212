package io.rhyton.data;

import io.rhyton.model.layer.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * One input of every sample.
 *
 * @param name which input of a model it is for; empty if that is told by its place
 * @param shape the shape of one sample
 * @param samples the values, one sample after the other
 * @param start how many samples are left out before the first
 */
record InputColumn(String name, Shape shape, Samples samples, int start) {

  static InputColumn of(Shape shape, Samples samples) {
    return new InputColumn("", shape, samples, 0);
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

  void copy(int index, float[] into, int at) {
    int length = (int) shape.size();
    samples.copy((start + index) * length, length, into, at);
  }

  /** Checks that there are so many whole samples. */
  void requireSize(int size) {
    if (samples.length() != shape.size() * size) {
      throw new DataException(
          "Data set",
          size + " samples of " + shape.size() + " values " + ShapeText.of(shape),
          samples.length() + " values",
          "Give as many samples as labels, each of the whole shape.");
    }
  }

  /** Checks that the values of so many samples are finite. */
  void requireFinite(int size) {
    int length = (int) shape.size();
    int place = samples.firstNotFinite(start * length, size * length);
    if (place >= 0) {
      float[] value = new float[1];
      samples.copy(place, 1, value, 0);
      throw new DataException(
          "Data set",
          "finite values",
          value[0] + " in sample " + (place / length - start),
          "Leave the sample out, or replace the value.");
    }
  }
}
