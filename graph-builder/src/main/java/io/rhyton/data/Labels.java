package io.rhyton.data;

import org.tensorflow.ndarray.Shape;

/** The labels of the samples of a data set. */
interface Labels {

  /** The kind of the labels. */
  LabelKind kind();

  /** The number of samples. */
  int size();

  /** The shape of one label; a scalar for a single integer label. */
  Shape shape();

  /** The class index of a sample with a single label. */
  int classIndex(int index);

  /** Copies the integer labels of one sample. */
  void copy(int index, long[] into, int at);

  /** Copies the label of one sample as floats. */
  void copy(int index, float[] into, int at);
}
