package io.rhyton.data.csv;

import java.util.List;

/**
 * The columns of a CSV file that one input or label is made of.
 *
 * @param kind what they hold
 * @param names what they are called
 * @param classes the names of classes that one of names may hold; all if empty
 */
record CsvColumns(Kind kind, List<String> names, List<String> classes) {

  /** What a column may hold. */
  enum Kind {
    FLOATS,
    CLASS_NUMBERS,
    CLASS_NAMES
  }

  static CsvColumns of(Kind kind, List<String> names) {
    return new CsvColumns(kind, names, List.of());
  }

  /** Gathers labels from columns at these places. */
  CsvLabels gather(int[] places) {
    return switch (kind) {
      case FLOATS -> new CsvNumbers(places);
      case CLASS_NUMBERS -> new CsvClassNumbers(places[0]);
      case CLASS_NAMES -> new CsvClassNames(places[0], classes);
    };
  }
}
