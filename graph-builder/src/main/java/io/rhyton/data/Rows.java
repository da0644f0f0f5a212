package io.rhyton.data;

/** Rows of floats of equal length, copied into one array. */
final class Rows {
  /** The largest array size that every JVM supports. */
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  private final int length;
  private final float[] values;

  private Rows(int length, float[] values) {
    this.length = length;
    this.values = values;
  }

  /**
   * Copies rows.
   *
   * @param what the name of the rows in messages
   * @throws DataException if they differ in length, or there are more values than fit in an array
   */
  static Rows of(String what, float[][] rows) {
    int length = length(what, rows);
    long size = (long) rows.length * length;
    if (size > MOST_VALUES) {
      throw new DataException(
          "Data set",
          "at most " + MOST_VALUES + " values",
          rows.length + " " + what + " of " + length,
          "Use fewer samples at a time.");
    }
    float[] values = new float[(int) size];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * length, length);
    }
    return new Rows(length, values);
  }

  private static int length(String what, float[][] rows) {
    int length = rows.length == 0 ? 1 : rows[0].length;
    if (length == 0) {
      throw new DataException(
          "Data set",
          what + " of at least one value",
          "empty rows",
          "Provide at least one value per row.");
    }
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != length) {
        throw new DataException(
            "Data set",
            what + " of equal length, " + length,
            rows[i].length + " values in row " + i,
            "Provide the same number of values in each row.");
      }
    }
    return length;
  }

  int length() {
    return length;
  }

  float[] values() {
    return values;
  }
}
