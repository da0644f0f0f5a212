package io.rhyton.data;

import org.tensorflow.ndarray.Shape;

/** Integer labels: one per sample, or one per position of a sample. */
final class ClassIndices implements Labels {
  private final Shape shape;
  private final int width;
  private final int[] numbers;

  /** One label per sample. */
  ClassIndices(int[] numbers) {
    this(Shape.scalar(), numbers);
  }

  /** Labels of a shape per sample, concatenated. */
  ClassIndices(Shape shape, int[] numbers) {
    this.shape = shape;
    this.width = (int) shape.size();
    this.numbers = numbers;
  }

  @Override
  public LabelKind kind() {
    return LabelKind.CLASS_INDICES;
  }

  @Override
  public int size() {
    return numbers.length / width;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public int classIndex(int index) {
    if (width != 1) {
      throw new IllegalStateException("a sample has " + width + " integer labels, not one");
    }
    return numbers[index];
  }

  @Override
  public void copy(int index, long[] into, int at) {
    for (int i = 0; i < width; i++) {
      into[at + i] = numbers[index * width + i];
    }
  }

  @Override
  public void copy(int index, float[] into, int at) {
    for (int i = 0; i < width; i++) {
      into[at + i] = numbers[index * width + i];
    }
  }
}
