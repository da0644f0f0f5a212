package io.rhyton.data.csv;

import io.rhyton.data.ArrayColumns;
import io.rhyton.data.InputColumn;
import io.rhyton.data.LabelColumn;
import io.rhyton.data.Rows;
import java.util.Arrays;
import org.tensorflow.ndarray.Shape;

/** Columns of floats. */
final class CsvNumbers implements CsvLabels {
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
      values = Arrays.copyOf(values, (int) Math.min(Rows.MOST_VALUES, 2L * more));
    }
    for (int index : places) {
      values[filled++] = row.number(index);
    }
  }

  private Shape shape() {
    return Shape.of(places.length);
  }

  InputColumn input() {
    return ArrayColumns.input(shape(), Arrays.copyOf(values, filled));
  }

  @Override
  public LabelColumn column() {
    return ArrayColumns.targets(shape(), Arrays.copyOf(values, filled));
  }
}
