package io.rhyton.data.csv;

import io.rhyton.data.Dataset;

/** One label of the samples in a CSV file, collected row by row. */
interface CsvLabels {

  /** Adds the label of the next row. */
  void add(CsvRow row);

  /** All labels added. */
  Dataset dataset();
}
