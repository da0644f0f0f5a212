package io.rhyton.data;

import org.tensorflow.ndarray.Shape;

/** One input or one label of the samples of a data set. Immutable. */
public sealed interface Column permits InputColumn, LabelColumn {

  /** The name of the model's input or output that it is for; empty if matched by position. */
  String name();

  /** The shape for one sample, without the batch axis; a scalar for a single integer label. */
  Shape shape();

  /** The number of samples. */
  int size();

  /**
   * The name, if there is one, the kind of labels, and the shape: {@code 'image' [32, 32, 3]},
   * {@code class indices}.
   */
  @Override
  String toString();

  /**
   * The values for a sample as floats, in row-major order.
   *
   * @param sample the index of the sample, from 0
   * @throws IndexOutOfBoundsException if there is no such sample
   */
  default float[] values(int sample) {
    float[] values = new float[Math.toIntExact(shape().size())];
    copy(sample, values, 0);
    return values;
  }

  /**
   * Copies the values for a sample as floats, in row-major order.
   *
   * @param sample the index of the sample, from 0
   * @param into the destination
   * @param at the first index in the destination
   */
  void copy(int sample, float[] into, int at);
}
