package io.rhyton.batch;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * What samples must be to be fed. TensorFlow does not check it: it takes a batch of any shape.
 *
 * @param where what takes them, for messages
 * @param shape the shape of one sample, unknown sizes as -1
 * @param rows how many rows the table has that the values are looked up in; 0 if they are not
 */
record SampleContract(String where, Shape shape, int rows) {

  boolean fits(Shape sample) {
    return sample.isCompatibleWith(shape);
  }

  /** Checks the samples and that there are any. */
  void require(Dataset data) {
    if (data.size() == 0) {
      throw new DataException(
          where, "at least one sample", "an empty data set", "Give it data, or split off less.");
    }
    if (!fits(data.shape())) {
      throw new DataException(
          where,
          "samples of " + ShapeText.of(shape),
          ShapeText.of(data.shape()),
          "Resize the data, or build the model for its shape.");
    }
    for (int i = 0; rows > 0 && i < data.size(); i++) {
      for (float value : data.input(i)) {
        if (!isRow(value)) {
          throw new DataException(
              where,
              range(),
              value + " in sample " + i,
              "Give the Embedding a larger inputDim, or it other numbers.");
        }
      }
    }
  }

  /**
   * Checks values of samples.
   *
   * @throws IllegalArgumentException if there is one that is not in the table
   */
  void require(float[] values) {
    for (int i = 0; rows > 0 && i < values.length; i++) {
      if (!isRow(values[i])) {
        throw new IllegalArgumentException(where + " takes " + range() + ", got " + values[i]);
      }
    }
  }

  private boolean isRow(float value) {
    return value >= 0 && value < rows && value == Math.rint(value);
  }

  private String range() {
    return "whole numbers from 0 to " + (rows - 1);
  }
}
