package io.rhyton.training;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.model.layer.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * What samples must be to be fed. TensorFlow does not check it: it takes a batch of any shape.
 *
 * @param where what takes them, for messages
 * @param shape the shape of one sample, unknown sizes as -1
 */
record SampleContract(String where, Shape shape) {

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
  }
}
