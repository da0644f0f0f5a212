package io.rhyton.data.csv;

import io.rhyton.data.Dataset;
import java.util.stream.IntStream;

/** A column of integer labels. */
final class CsvClassIndices implements CsvLabels {
  private final int column;
  private final IntStream.Builder numbers = IntStream.builder();

  CsvClassIndices(int column) {
    this.column = column;
  }

  @Override
  public void add(CsvRow row) {
    numbers.add(row.classIndex(column));
  }

  @Override
  public Dataset dataset() {
    return Dataset.classIndices(numbers.build().toArray());
  }
}
