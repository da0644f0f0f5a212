package io.rhyton.data.csv;

import io.rhyton.data.DataException;
import io.rhyton.error.MessageText;
import io.rhyton.file.RegularFile;
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

/** Reads a CSV file row by row; each row has one value per column. */
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
   * @param header the column names; if empty, those in the first line
   * @throws DataException if it cannot be read, or its first line is not a header
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

  /** The text, with a byte order mark removed. */
  private static Reader text(Path file) throws IOException {
    BufferedReader reader = Files.newBufferedReader(RegularFile.require(file));
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
          file.toString(), "a header line", "an empty file", "Provide a file with values.");
    }
    List<String> found = first.toList();
    if (new HashSet<>(found).size() < found.size()) {
      throw new DataException(
          where(),
          "distinct column names",
          found.toString(),
          "Set the names with header(...) if the first line contains values.");
    }
    return found;
  }

  List<String> names() {
    return names;
  }

  /**
   * The indices of columns.
   *
   * @throws DataException if one does not exist
   */
  int[] indices(List<String> columns) {
    for (String column : columns) {
      if (!names.contains(column)) {
        throw new DataException(
            file.toString(),
            "a column " + MessageText.name(column),
            "only " + MessageText.list(names),
            "Name an existing column.");
      }
    }
    return columns.stream().mapToInt(names::indexOf).toArray();
  }

  /**
   * Returns the next row; null after the last.
   *
   * @throws DataException if the number of values is not the number of columns
   */
  @Nullable CsvRow next() {
    CSVRecord values = record();
    if (values == null) {
      return null;
    }
    if (values.size() != names.size()) {
      throw new DataException(
          where(),
          names.size() + " values, one per column",
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

  /** The last line read; a quoted value may span several lines. */
  private String where() {
    return file + ", line " + parser.getCurrentLineNumber();
  }

  private static DataException unreadable(String where, Exception cause) {
    return new DataException(
        where,
        "a readable CSV file in UTF-8",
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
