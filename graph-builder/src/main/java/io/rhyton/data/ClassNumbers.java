package io.rhyton.data;

import org.tensorflow.ndarray.Shape;

/** Labels that are whole numbers from 0: one for each sample, or one for each place in it. */
public final class ClassNumbers implements Labels {
  private final Shape shape;
  private final int width;
  private final int[] numbers;

  /** A number for each sample. */
  public ClassNumbers(int[] numbers) {
    this(Shape.scalar(), numbers);
  }

  /** Numbers of a shape for each sample, one sample after the other. */
  public ClassNumbers(Shape shape, int[] numbers) {
    this.shape = shape;
    this.width = (int) shape.size();
    this.numbers = numbers;
  }

  @Override
  public LabelKind kind() {
    return LabelKind.CLASS_NUMBERS;
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
  public int classNumber(int index) {
    if (width != 1) {
      throw new IllegalStateException("a sample has " + width + " class numbers, not one");
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
