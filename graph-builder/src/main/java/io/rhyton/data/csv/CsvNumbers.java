package io.rhyton.data.csv;

import io.rhyton.data.Dataset;
import java.util.Arrays;
import org.tensorflow.ndarray.Shape;

/** Columns of floats. */
final class CsvNumbers implements CsvLabels {
  /** The largest array size that every JVM supports. */
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  private final int[] columns;
  private float[] values = new float[0];
  private int filled;

  CsvNumbers(int[] columns) {
    this.columns = columns;
  }

  @Override
  public void add(CsvRow row) {
    int more = Math.addExact(filled, columns.length);
    if (more > values.length) {
      values = Arrays.copyOf(values, (int) Math.min(MOST_VALUES, 2L * more));
    }
    for (int index : columns) {
      values[filled++] = row.number(index);
    }
  }

  private Shape shape() {
    return Shape.of(columns.length);
  }

  Dataset input() {
    return Dataset.samples(shape(), Arrays.copyOf(values, filled));
  }

  @Override
  public Dataset dataset() {
    return Dataset.targets(shape(), Arrays.copyOf(values, filled));
  }
}
