package io.rhyton.data.csv;

import io.rhyton.data.Columns;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A file of comma-separated values in UTF-8, whose columns become the inputs and labels of a data
 * set in memory.
 *
 * <pre>{@code
 * Dataset flowers =
 *     CsvFile.of(Path.of("iris.csv"))
 *         .floats("sepal length", "sepal width")
 *         .classNames("species")
 *         .dataset();
 * }</pre>
 *
 * <p>The first line names the columns, unless {@link #header} does. Values may stand in quotes;
 * spaces around them, and empty lines, do not count.
 */
public final class CsvFile {
  private final Path file;
  private final char delimiter;
  private final List<String> header;
  private final List<CsvColumns> inputs;
  private final List<CsvColumns> labels;

  private CsvFile(
      Path file,
      char delimiter,
      List<String> header,
      List<CsvColumns> inputs,
      List<CsvColumns> labels) {
    this.file = file;
    this.delimiter = delimiter;
    this.header = List.copyOf(header);
    this.inputs = List.copyOf(inputs);
    this.labels = List.copyOf(labels);
  }

  /** A file whose values are parted by commas, and whose first line names the columns. */
  public static CsvFile of(Path file) {
    return new CsvFile(file, ',', List.of(), List.of(), List.of());
  }

  /**
   * Sets what parts the values, such as {@code ';'} or a tab; a comma unless set.
   *
   * @throws IllegalArgumentException if it is a quote or ends lines
   */
  public CsvFile delimiter(char delimiter) {
    if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
      throw new IllegalArgumentException(
          "delimiter must be neither a quote nor the end of a line, got character "
              + (int) delimiter);
    }
    return new CsvFile(file, delimiter, header, inputs, labels);
  }

  /**
   * Names the columns of a file whose first line has values already.
   *
   * @throws IllegalArgumentException if a name is there twice, or there are none
   */
  public CsvFile header(String... names) {
    if (names.length == 0 || new HashSet<>(List.of(names)).size() < names.length) {
      throw new IllegalArgumentException(
          "header must be different names, at least one, got " + List.of(names));
    }
    return new CsvFile(file, delimiter, List.of(names), inputs, labels);
  }

  /**
   * Makes numbers the next input, a vector a sample.
   *
   * @param columns those that they are in; all that are named nowhere else if none is given
   */
  public CsvFile floats(String... columns) {
    return withInput(CsvColumns.of(CsvColumns.Kind.FLOATS, List.of(columns)));
  }

  /**
   * Makes whole numbers from 0 the next label.
   *
   * @param column the one that they are in
   */
  public CsvFile classNumbers(String column) {
    return withLabel(CsvColumns.of(CsvColumns.Kind.CLASS_NUMBERS, List.of(column)));
  }

  /**
   * Makes the names of classes the next label, which is then the number of the name.
   *
   * @param column the one that they are in
   * @param names the classes in the order of their numbers; all that are in the column, sorted, if
   *     none is given
   * @throws IllegalArgumentException if a name is there twice
   */
  public CsvFile classNames(String column, String... names) {
    if (new HashSet<>(List.of(names)).size() < names.length) {
      throw new IllegalArgumentException("names must be different, got " + List.of(names));
    }
    return withLabel(new CsvColumns(CsvColumns.Kind.CLASS_NAMES, List.of(column), List.of(names)));
  }

  /**
   * Makes numbers the next label, a row of targets a sample.
   *
   * @param columns those that they are in
   * @throws IllegalArgumentException if there are none
   */
  public CsvFile targets(String... columns) {
    if (columns.length == 0) {
      throw new IllegalArgumentException("columns must be at least one, got none");
    }
    return withLabel(CsvColumns.of(CsvColumns.Kind.FLOATS, List.of(columns)));
  }

  private CsvFile withInput(CsvColumns input) {
    List<CsvColumns> more = new ArrayList<>(inputs);
    more.add(input);
    return new CsvFile(file, delimiter, header, more, labels);
  }

  private CsvFile withLabel(CsvColumns label) {
    List<CsvColumns> more = new ArrayList<>(labels);
    more.add(label);
    return new CsvFile(file, delimiter, header, inputs, more);
  }

  /**
   * Reads the file, once and from end to end.
   *
   * @throws IllegalStateException if no column was named
   * @throws DataException if the file cannot be read, has no such column, or a value is not what it
   *     should be; the message tells line and column
   */
  public Dataset dataset() {
    if (inputs.isEmpty() && labels.isEmpty()) {
      throw new IllegalStateException("name the columns that are inputs and labels first");
    }
    try (CsvReader reader = CsvReader.open(file, delimiter, header)) {
      List<CsvNumbers> vectors = new ArrayList<>();
      for (CsvColumns input : inputs) {
        vectors.add(
            new CsvNumbers(reader.places(input.names().isEmpty() ? rest(reader) : input.names())));
      }
      List<CsvLabels> targets = new ArrayList<>();
      for (CsvColumns label : labels) {
        targets.add(label.gather(reader.places(label.names())));
      }
      int size = 0;
      for (CsvRow row = reader.next(); row != null; row = reader.next()) {
        for (CsvNumbers vector : vectors) {
          vector.add(row);
        }
        for (CsvLabels target : targets) {
          target.add(row);
        }
        size++;
      }
      return new Dataset(
          new Columns(
              vectors.stream().map(CsvNumbers::input).toList(),
              targets.stream().map(CsvLabels::column).toList(),
              size));
    }
  }

  /** The columns that are named nowhere. */
  private List<String> rest(CsvReader reader) {
    Set<String> rest = new LinkedHashSet<>(reader.names());
    inputs.forEach(input -> input.names().forEach(rest::remove));
    labels.forEach(label -> label.names().forEach(rest::remove));
    if (rest.isEmpty()) {
      throw new DataException(
          file.toString(),
          "a column that is named nowhere else",
          "only " + reader.names(),
          "Name the columns of the input.");
    }
    return List.copyOf(rest);
  }

  @Override
  public String toString() {
    return "CSV " + file;
  }
}
