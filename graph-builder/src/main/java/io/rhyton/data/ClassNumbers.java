package io.rhyton.data;

/** Labels that are whole numbers from 0. */
final class ClassNumbers implements Labels {
  private final int[] numbers;

  ClassNumbers(int[] numbers) {
    this.numbers = numbers;
  }

  @Override
  public LabelKind kind() {
    return LabelKind.CLASS_NUMBERS;
  }

  @Override
  public int size() {
    return numbers.length;
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public int classNumber(int index) {
    return numbers[index];
  }

  @Override
  public void copy(int index, float[] into, int at) {
    into[at] = numbers[index];
  }
}
