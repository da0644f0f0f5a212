package io.rhyton.data;

import java.util.Arrays;
import org.tensorflow.ndarray.Shape;

/** Integer labels converted to one-hot rows. */
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
  public Shape shape() {
    return numbers.shape().append(classes);
  }

  @Override
  public int classIndex(int index) {
    return numbers.classIndex(index);
  }

  @Override
  public void copy(int index, long[] into, int at) {
    numbers.copy(index, into, at);
  }

  @Override
  public void copy(int index, float[] into, int at) {
    long[] indices = new long[(int) numbers.shape().size()];
    numbers.copy(index, indices, 0);
    Arrays.fill(into, at, at + indices.length * classes, 0);
    for (int i = 0; i < indices.length; i++) {
      into[at + i * classes + (int) indices[i]] = 1;
    }
  }
}
