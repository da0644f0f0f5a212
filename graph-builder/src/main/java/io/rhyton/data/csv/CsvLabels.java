package io.rhyton.data.csv;

import io.rhyton.data.LabelColumn;

/** One label of the samples in a CSV file, gathered row by row. */
interface CsvLabels {

  /** Takes that of the next row. */
  void add(CsvRow row);

  /** All that were taken. */
  LabelColumn column();
}
