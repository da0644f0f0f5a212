package io.rhyton.session.inference;

import io.rhyton.session.VariableAssignment;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** One output's values for a batch. */
final class BatchOutput {
  private final Shape shape;
  private final float[] values;

  private BatchOutput(Shape shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  static BatchOutput copyOf(TFloat32 tensor) {
    return new BatchOutput(tensor.shape(), VariableAssignment.values(tensor));
  }

  Shape shape() {
    return shape;
  }

  float[] values() {
    return values;
  }

  FloatNdArray toNdArray() {
    return NdArrays.wrap(shape, DataBuffers.of(values, false, false));
  }
}
