package io.rhyton.data.csv;

import io.rhyton.data.DataException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file row by row; each has as many values as there are columns. */
final class CsvReader implements Closeable {
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> names;

  private CsvReader(Path file, CSVParser parser, List<String> header) {
    this.file = file;
    this.parser = parser;
    this.records = parser.iterator();
    this.names = header.isEmpty() ? firstLine() : header;
  }

  /**
   * Opens a file.
   *
   * @param header the names of its columns; those in its first line if empty
   * @throws DataException if it cannot be read, or its first line does not name its columns
   */
  static CsvReader open(Path file, char delimiter, List<String> header) {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreSurroundingSpaces(true).get();
    try {
      CSVParser parser = CSVParser.parse(text(file), format);
      try {
        return new CsvReader(file, parser, header);
      } catch (RuntimeException e) {
        parser.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /** Without the mark that some programs begin UTF-8 with. */
  private static Reader text(Path file) throws IOException {
    BufferedReader reader = Files.newBufferedReader(file);
    try {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private List<String> firstLine() {
    CSVRecord first = record();
    if (first == null) {
      throw new DataException(
          file.toString(), "a line of column names", "an empty file", "Give a file of values.");
    }
    List<String> found = first.toList();
    if (new HashSet<>(found).size() < found.size()) {
      throw new DataException(
          where(),
          "different names of columns",
          found.toString(),
          "Name them by header(...) if the first line has values already.");
    }
    return found;
  }

  List<String> names() {
    return names;
  }

  /**
   * Where columns are.
   *
   * @throws DataException if there is none of a name
   */
  int[] places(List<String> columns) {
    for (String column : columns) {
      if (!names.contains(column)) {
        throw new DataException(
            file.toString(),
            "a column '" + column + "'",
            "only " + names,
            "Name a column that is there.");
      }
    }
    return columns.stream().mapToInt(names::indexOf).toArray();
  }

  /**
   * The next row; null after the last.
   *
   * @throws DataException if it has more or fewer values than columns
   */
  @Nullable CsvRow next() {
    CSVRecord values = record();
    if (values == null) {
      return null;
    }
    if (values.size() != names.size()) {
      throw new DataException(
          where(),
          names.size() + " values, one for each column",
          values.size() + " values",
          "Complete the line, or set the delimiter.");
    }
    return new CsvRow(where(), names, values);
  }

  private @Nullable CSVRecord record() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      throw unreadable(where(), Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  /** The last line that was read; a value in quotes may have several. */
  private String where() {
    return file + ", line " + parser.getCurrentLineNumber();
  }

  private static DataException unreadable(String where, Exception cause) {
    return new DataException(
        where,
        "a CSV file in UTF-8 to read",
        cause.toString(),
        "Check the path and the file.",
        cause);
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
