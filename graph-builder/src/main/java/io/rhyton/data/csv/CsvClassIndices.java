package io.rhyton.data.csv;

import io.rhyton.data.ArrayColumns;
import io.rhyton.data.LabelColumn;
import java.util.stream.IntStream;

/** A column of integer labels. */
final class CsvClassIndices implements CsvLabels {
  private final int place;
  private final IntStream.Builder numbers = IntStream.builder();

  CsvClassIndices(int place) {
    this.place = place;
  }

  @Override
  public void add(CsvRow row) {
    numbers.add(row.classIndex(place));
  }

  @Override
  public LabelColumn column() {
    return ArrayColumns.classIndices(numbers.build().toArray());
  }
}
