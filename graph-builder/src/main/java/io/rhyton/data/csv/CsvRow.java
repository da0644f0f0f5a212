package io.rhyton.data.csv;

import io.rhyton.data.DataException;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * A row of a CSV file.
 *
 * @param where what messages call it
 * @param columns the names of its columns
 * @param values as many texts
 */
record CsvRow(String where, List<String> columns, CSVRecord values) {
  /** Below this a float holds every whole number. */
  private static final int MOST_CLASSES = 1 << 24;

  /** A finite number. */
  float number(int place) {
    String text = values.get(place);
    if (isDecimal(text)) {
      try {
        float number = Float.parseFloat(text);
        if (Float.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw unfit(place, "a number");
      }
    }
    throw unfit(place, "a number");
  }

  /** Java would take words, hexadecimal digits and a letter for the type, too. */
  private static boolean isDecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A whole number from 0; one with a fraction of zeros, as programs write them, is one, too. */
  int classNumber(int place) {
    float number = number(place);
    if (number < 0 || number != Math.rint(number) || number >= MOST_CLASSES) {
      throw unfit(place, "a class number from 0");
    }
    return (int) number;
  }

  /** A text that is not empty. */
  String name(int place) {
    String text = values.get(place);
    if (text.isEmpty()) {
      throw unfit(place, "the name of a class");
    }
    return text;
  }

  DataException unfit(int place, String expected) {
    String text = values.get(place);
    return new DataException(
        where + ", column '" + columns.get(place) + "'",
        expected,
        text.isEmpty() ? "nothing" : "'" + text + "'",
        "Correct the value, or leave the line out.");
  }
}
