package io.rhyton.data.csv;

import io.rhyton.data.Dataset;
import java.util.Arrays;
import org.tensorflow.ndarray.Shape;

/** Columns of floats. */
final class CsvNumbers implements CsvLabels {
  /** The largest array size that every JVM supports. */
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  private final int[] places;
  private float[] values = new float[0];
  private int filled;

  CsvNumbers(int[] places) {
    this.places = places;
  }

  @Override
  public void add(CsvRow row) {
    int more = Math.addExact(filled, places.length);
    if (more > values.length) {
      values = Arrays.copyOf(values, (int) Math.min(MOST_VALUES, 2L * more));
    }
    for (int index : places) {
      values[filled++] = row.number(index);
    }
  }

  private Shape shape() {
    return Shape.of(places.length);
  }

  Dataset input() {
    return Dataset.samples(shape(), Arrays.copyOf(values, filled));
  }

  @Override
  public Dataset dataset() {
    return Dataset.targets(shape(), Arrays.copyOf(values, filled));
  }
}
