package io.rhyton.data;

/** Labels that are rows of floats. */
final class Targets implements Labels {
  private final float[][] rows;

  Targets(float[][] rows) {
    this.rows = rows;
  }

  @Override
  public LabelKind kind() {
    return LabelKind.TARGETS;
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public int width() {
    return rows.length == 0 ? 0 : rows[0].length;
  }

  /** The largest value of the row, the first of several. */
  @Override
  public int classNumber(int index) {
    float[] row = rows[index];
    int largest = 0;
    for (int i = 1; i < row.length; i++) {
      if (row[i] > row[largest]) {
        largest = i;
      }
    }
    return largest;
  }

  @Override
  public void copy(int index, float[] into, int at) {
    System.arraycopy(rows[index], 0, into, at, rows[index].length);
  }
}
