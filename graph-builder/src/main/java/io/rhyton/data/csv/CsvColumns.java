package io.rhyton.data.csv;

import java.util.List;

/**
 * The columns of a CSV file that form one input or label.
 *
 * @param kind the type of their values
 * @param names the names of the columns
 * @param classes the allowed class names; any if empty
 */
record CsvColumns(Kind kind, List<String> names, List<String> classes) {

  /** The type of the values of a column. */
  enum Kind {
    FLOATS,
    CLASS_INDICES,
    CLASS_NAMES
  }

  static CsvColumns of(Kind kind, List<String> names) {
    return new CsvColumns(kind, names, List.of());
  }

  /** Collects labels from the columns at these indices. */
  CsvLabels gather(int[] indices) {
    return switch (kind) {
      case FLOATS -> new CsvNumbers(indices);
      case CLASS_INDICES -> new CsvClassIndices(indices[0]);
      case CLASS_NAMES -> new CsvClassNames(indices[0], classes);
    };
  }
}
