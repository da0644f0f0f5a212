package io.rhyton.data;

/**
 * One label of every sample.
 *
 * @param name which output of a model it is for; empty if that is told by its place
 * @param labels the labels
 * @param start how many are left out before the first
 */
record LabelColumn(String name, Labels labels, int start) {

  static LabelColumn of(Labels labels) {
    return new LabelColumn("", labels, 0);
  }

  LabelColumn named(String other) {
    return new LabelColumn(other, labels, start);
  }

  LabelColumn skip(int count) {
    return new LabelColumn(name, labels, start + count);
  }

  LabelColumn oneHot(int classes) {
    return new LabelColumn(name, new OneHot(labels, classes), start);
  }

  int classNumber(int index) {
    return labels.classNumber(start + index);
  }

  void copy(int index, long[] into, int at) {
    labels.copy(start + index, into, at);
  }

  void copy(int index, float[] into, int at) {
    labels.copy(start + index, into, at);
  }
}
