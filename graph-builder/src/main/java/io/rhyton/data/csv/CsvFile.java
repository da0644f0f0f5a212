package io.rhyton.data.csv;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A CSV file in UTF-8, whose columns become the inputs and labels of an in-memory data set.
 *
 * <pre>{@code
 * Dataset flowers =
 *     CsvFile.of(Path.of("iris.csv"))
 *         .floats("sepal length", "sepal width")
 *         .classNames("species")
 *         .dataset();
 * }</pre>
 *
 * <p>The first line contains the column names, unless they are set with {@link #header}. Values may
 * be quoted; surrounding spaces and empty lines are ignored.
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

  /** A file with comma-separated values, whose first line contains the column names. */
  public static CsvFile of(Path file) {
    Objects.requireNonNull(file, "file");
    return new CsvFile(file, ',', List.of(), List.of(), List.of());
  }

  /**
   * Sets the delimiter, such as {@code ';'} or a tab; a comma by default.
   *
   * @throws IllegalArgumentException if it is a quote or a line terminator
   */
  public CsvFile delimiter(char delimiter) {
    if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
      throw new IllegalArgumentException(
          "delimiter must be neither a quote nor a line terminator, got character "
              + (int) delimiter);
    }
    return new CsvFile(file, delimiter, header, inputs, labels);
  }

  /**
   * Sets the column names of a file without a header line.
   *
   * @throws IllegalArgumentException if there are none, or a name is not unique
   */
  public CsvFile header(String... names) {
    Arguments.requireNoNulls("names", names);
    if (names.length == 0 || new HashSet<>(List.of(names)).size() < names.length) {
      throw new IllegalArgumentException(
          "header must be at least one name, all distinct, got "
              + MessageText.list(List.of(names)));
    }
    return new CsvFile(file, delimiter, List.of(names), inputs, labels);
  }

  /**
   * Adds an input of floats, one vector per sample.
   *
   * @param columns the columns that contain them; if empty, all columns that are not used otherwise
   */
  public CsvFile floats(String... columns) {
    Arguments.requireNoNulls("columns", columns);
    return withInput(CsvColumns.of(CsvColumns.Kind.FLOATS, List.of(columns)));
  }

  /**
   * Adds a label of class indices from 0.
   *
   * @param column the column that contains them
   */
  public CsvFile classIndices(String column) {
    Objects.requireNonNull(column, "column");
    return withLabel(CsvColumns.of(CsvColumns.Kind.CLASS_INDICES, List.of(column)));
  }

  /**
   * Adds a label of class names, which are converted to class indices.
   *
   * @param column the column that contains them
   * @param names the class names by index; if empty, those in the column, sorted
   * @throws IllegalArgumentException if a name is not unique
   */
  public CsvFile classNames(String column, String... names) {
    Arguments.requireNoNulls("names", names);
    Objects.requireNonNull(column, "column");
    if (new HashSet<>(List.of(names)).size() < names.length) {
      throw new IllegalArgumentException(
          "names must be distinct, got " + MessageText.list(List.of(names)));
    }
    return withLabel(new CsvColumns(CsvColumns.Kind.CLASS_NAMES, List.of(column), List.of(names)));
  }

  /**
   * Adds a label of floats, one row of targets per sample.
   *
   * @param columns the columns that contain them
   * @throws IllegalArgumentException if there are none
   */
  public CsvFile targets(String... columns) {
    Arguments.requireNoNulls("columns", columns);
    if (columns.length == 0) {
      throw new IllegalArgumentException("columns must not be empty");
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
   * Reads the whole file into memory.
   *
   * @throws IllegalStateException if there are neither inputs nor labels
   * @throws DataException if the file cannot be read, lacks a column, or contains a value that does
   *     not parse; the message names line and column
   */
  public Dataset dataset() {
    if (inputs.isEmpty() && labels.isEmpty()) {
      throw new IllegalStateException("add the columns of inputs and labels first");
    }
    try (CsvReader reader = CsvReader.open(file, delimiter, header)) {
      List<CsvNumbers> vectors = new ArrayList<>();
      for (CsvColumns input : inputs) {
        vectors.add(
            new CsvNumbers(reader.indices(input.names().isEmpty() ? rest(reader) : input.names())));
      }
      List<CsvLabels> targets = new ArrayList<>();
      for (CsvColumns label : labels) {
        targets.add(label.gather(reader.indices(label.names())));
      }
      for (CsvRow row = reader.next(); row != null; row = reader.next()) {
        for (CsvNumbers vector : vectors) {
          vector.add(row);
        }
        for (CsvLabels target : targets) {
          target.add(row);
        }
      }
      return Dataset.zip(
          Stream.concat(
                  vectors.stream().map(CsvNumbers::input), targets.stream().map(CsvLabels::dataset))
              .toArray(Dataset[]::new));
    }
  }

  /** The columns not used otherwise. */
  private List<String> rest(CsvReader reader) {
    Set<String> rest = new LinkedHashSet<>(reader.names());
    inputs.forEach(input -> input.names().forEach(rest::remove));
    labels.forEach(label -> label.names().forEach(rest::remove));
    if (rest.isEmpty()) {
      throw new DataException(
          file.toString(),
          "a column not used otherwise",
          "only " + MessageText.list(reader.names()),
          "Name the columns of the input.");
    }
    return List.copyOf(rest);
  }

  @Override
  public String toString() {
    return "CSV " + file;
  }
}
