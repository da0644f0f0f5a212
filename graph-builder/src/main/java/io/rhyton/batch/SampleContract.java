package io.rhyton.batch;

import io.rhyton.data.DataException;
import io.rhyton.data.InputColumn;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * The samples that an input accepts. TensorFlow does not check this: it accepts batches of any
 * shape.
 *
 * @param where the consumer of the samples, for messages
 * @param shape the shape of one sample; unknown sizes are -1
 * @param rows the number of rows of the embedding that looks the values up; 0 if there is none
 */
record SampleContract(String where, Shape shape, int rows) {

  boolean fits(Shape sample) {
    return sample.isCompatibleWith(shape);
  }

  /** Validates the samples; at least one is required. */
  void require(InputColumn data) {
    if (data.size() == 0) {
      throw new DataException(
          where,
          "at least one sample",
          "an empty data set",
          "Provide data, or use a smaller validationSplit.");
    }
    if (!fits(data.shape())) {
      throw new DataException(
          where,
          "samples of " + ShapeText.of(shape),
          ShapeText.of(data.shape()),
          "Resize the data, or build the model for its shape.");
    }
    for (int i = 0; rows > 0 && i < data.size(); i++) {
      for (float value : data.values(i)) {
        if (!isRow(value)) {
          throw new DataException(
              where,
              range(),
              value + " in sample " + i,
              "Set a larger inputDim in the Embedding, or correct the indices.");
        }
      }
    }
  }

  /**
   * Validates the values of samples.
   *
   * @throws IllegalArgumentException if one is outside the range of the embedding
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
    return "indices from 0 to " + (rows - 1);
  }
}
