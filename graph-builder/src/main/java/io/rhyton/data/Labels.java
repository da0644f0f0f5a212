package io.rhyton.data;

/** What the samples of a data set should be predicted as. */
interface Labels {

  /** Which form the labels have. */
  LabelKind kind();

  /** How many samples have a label. */
  int size();

  /** The number of values in one label as floats; 0 without labels. */
  int width();

  /** The class number of a sample. */
  int classNumber(int index);

  /** Copies one label as floats. */
  void copy(int index, float[] into, int at);
}
