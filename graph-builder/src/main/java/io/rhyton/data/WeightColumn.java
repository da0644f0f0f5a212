package io.rhyton.data;

import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * The sample weights of a label in the loss.
 *
 * @param shape the shape of the weights of one sample; a scalar for a single weight
 * @param values the weights
 * @param start the number of samples skipped at the start
 */
record WeightColumn(Shape shape, Samples values, int start) {

  /**
   * Weights for {@code size} samples.
   *
   * @throws DataException if the number of weights does not match, or one is not finite
   */
  static WeightColumn of(Shape shape, float[] values, int size) {
    if (values.length != size * shape.size()) {
      throw new DataException(
          "Data set",
          shape.numDimensions() == 0
              ? size + " weights, one per sample"
              : size + " weights of " + ShapeText.of(shape),
          values.length + " values",
          "Provide as many weights as samples.");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new DataException(
            "Data set",
            "finite weights",
            values[i] + " for sample " + i / shape.size(),
            "Use weight 0 for samples to ignore.");
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
