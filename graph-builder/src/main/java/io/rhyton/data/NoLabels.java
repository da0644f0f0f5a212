package io.rhyton.data;

/** The labels of data that is for prediction only. */
record NoLabels(int size) implements Labels {

  @Override
  public LabelKind kind() {
    return LabelKind.NONE;
  }

  @Override
  public int width() {
    return 0;
  }

  @Override
  public int classNumber(int index) {
    throw new IllegalStateException("the data set has no labels");
  }

  @Override
  public void copy(int index, float[] into, int at) {
    throw new IllegalStateException("the data set has no labels");
  }
}
