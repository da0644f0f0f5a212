package io.rhyton.data;

import org.tensorflow.ndarray.Shape;

/** What the samples of a data set should be predicted as. */
interface Labels {

  /** Which form the labels have. */
  LabelKind kind();

  /** How many samples have a label. */
  int size();

  /** The shape of one label as floats; a single class number is a scalar. */
  Shape shape();

  /** The class number of a sample that has a single one. */
  int classNumber(int index);

  /** Copies the class numbers of one label. */
  void copy(int index, long[] into, int at);

  /** Copies one label as floats. */
  void copy(int index, float[] into, int at);
}
