package io.rhyton.data;

import java.util.Arrays;

/** Class numbers delivered as rows with a single 1. */
record OneHot(Labels numbers, int classes) implements Labels {

  @Override
  public LabelKind kind() {
    return LabelKind.TARGETS;
  }

  @Override
  public int size() {
    return numbers.size();
  }

  @Override
  public int width() {
    return classes;
  }

  @Override
  public int classNumber(int index) {
    return numbers.classNumber(index);
  }

  @Override
  public void copy(int index, float[] into, int at) {
    Arrays.fill(into, at, at + classes, 0);
    into[at + numbers.classNumber(index)] = 1;
  }
}
