package io.rhyton.data;

import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * What the labels of samples count in the loss.
 *
 * @param shape the shape of the weights of one sample; a scalar if all of its label counts the same
 * @param values one sample after the other
 * @param start how many are left out before the first
 */
record WeightColumn(Shape shape, Samples values, int start) {

  /**
   * Weights for so many samples.
   *
   * @throws DataException if there are more or fewer, or one is not finite
   */
  static WeightColumn of(Shape shape, float[] values, int size) {
    if (values.length != size * shape.size()) {
      throw new DataException(
          "Data set",
          shape.numDimensions() == 0
              ? size + " weights, one a sample"
              : size + " weights of " + ShapeText.of(shape),
          values.length + " values",
          "Give as many weights as samples.");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new DataException(
            "Data set",
            "finite weights",
            values[i] + " for sample " + i / shape.size(),
            "Give 0 to a sample that is not to count.");
      }
    }
    return new WeightColumn(shape, FloatSamples.of((int) shape.size(), values), 0);
  }

  WeightColumn skip(int count) {
    return new WeightColumn(shape, values, start + count);
  }

  void copy(int index, float[] into, int at) {
    values.copy(start + index, into, at);
  }
}
