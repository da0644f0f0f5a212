package io.rhyton.data;

import org.tensorflow.ndarray.Shape;

/** Labels that are floats. */
final class Targets implements Labels {
  private final Shape shape;
  private final int width;
  private final FloatSamples values;

  Targets(Shape shape, float[] values) {
    this.shape = shape;
    this.width = (int) shape.size();
    this.values = FloatSamples.of(width, values);
  }

  @Override
  public LabelKind kind() {
    return LabelKind.TARGETS;
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public Shape shape() {
    return shape;
  }

  /** The argmax of the row, the first on a tie. */
  @Override
  public int classIndex(int index) {
    float[] row = new float[width];
    copy(index, row, 0);
    int largest = 0;
    for (int i = 1; i < width; i++) {
      if (row[i] > row[largest]) {
        largest = i;
      }
    }
    return largest;
  }

  @Override
  public void copy(int index, long[] into, int at) {
    throw new IllegalStateException("the labels are not integers");
  }

  @Override
  public void copy(int index, float[] into, int at) {
    values.copy(index, into, at);
  }
}
