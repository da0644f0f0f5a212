package io.rhyton.data.csv;

import io.rhyton.data.Dataset;
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
  public Dataset dataset() {
    return Dataset.classIndices(numbers.build().toArray());
  }
}
