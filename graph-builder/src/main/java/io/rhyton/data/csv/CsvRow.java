package io.rhyton.data.csv;

import io.rhyton.data.DataException;
import io.rhyton.error.MessageText;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * A row of a CSV file.
 *
 * @param where its name in messages
 * @param columns the column names
 * @param values one text per column
 */
record CsvRow(String where, List<String> columns, CSVRecord values) {
  /** Below this, a float represents every integer exactly. */
  private static final int MOST_CLASSES = 1 << 24;

  /** A finite number. */
  float number(int index) {
    String text = values.get(index);
    if (isDecimal(text)) {
      try {
        float number = Float.parseFloat(text);
        if (Float.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw unfit(index, "a number");
      }
    }
    throw unfit(index, "a number");
  }

  /** Java's parser would also accept NaN, hexadecimal digits and type suffixes. */
  private static boolean isDecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A class index from 0; a zero fraction, as some programs write it, is allowed. */
  int classIndex(int index) {
    float number = number(index);
    if (number < 0 || number != Math.rint(number) || number >= MOST_CLASSES) {
      throw unfit(index, "a class index from 0");
    }
    return (int) number;
  }

  /** A non-empty text. */
  String name(int index) {
    String text = values.get(index);
    if (text.isEmpty()) {
      throw unfit(index, "a class name");
    }
    return text;
  }

  DataException unfit(int index, String expected) {
    String text = values.get(index);
    return new DataException(
        where + ", column " + MessageText.name(columns.get(index)),
        expected,
        text.isEmpty() ? "an empty value" : MessageText.name(text),
        "Correct the value, or leave the line out.");
  }
}
