package io.rhyton.data;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a data set, and operations on all of them.
 *
 * @param inputs the inputs of a model
 * @param labels the labels of its outputs
 * @param size the number of samples
 */
record Columns(List<InputColumn> inputs, List<LabelColumn> labels, int size) {

  /**
   * Creates columns.
   *
   * @throws DataException if a name is not unique, or only some columns have names
   */
  Columns {
    ColumnNames.require("inputs", inputs.stream().map(InputColumn::name).toList());
    ColumnNames.require("labels", labels.stream().map(LabelColumn::name).toList());
    inputs = Arguments.copyOf("inputs", inputs);
    labels = Arguments.copyOf("labels", labels);
  }

  /**
   * Sorts columns into inputs and labels.
   *
   * @throws DataException if their sizes differ
   */
  static Columns of(List<? extends Column> columns) {
    int size = columns.get(0).size();
    List<InputColumn> inputs = new ArrayList<>();
    List<LabelColumn> labels = new ArrayList<>();
    for (Column column : columns) {
      requireSize(size, column.size());
      if (column instanceof InputColumn input) {
        inputs.add(input);
      } else if (column instanceof LabelColumn label) {
        labels.add(label);
      }
    }
    return new Columns(inputs, labels, size);
  }

  /**
   * The columns of all parts, in order.
   *
   * @throws DataException if their sizes differ
   */
  static Columns zip(List<Columns> parts) {
    return of(
        parts.stream()
            .flatMap(part -> Stream.concat(part.inputs.stream(), part.labels.stream()))
            .toList());
  }

  private static void requireSize(int size, int found) {
    if (found != size) {
      throw new DataException(
          "Data set",
          "parts of " + size + " samples, like the first",
          "a part of " + found,
          "Join data sets of equal size.");
    }
  }

  /** The only input. */
  InputColumn input() {
    if (inputs.size() != 1) {
      throw new IllegalStateException(
          "the data set has " + inputs.size() + " inputs; select one of inputs()");
    }
    return inputs.get(0);
  }

  /** The only label. */
  LabelColumn label() {
    if (labels.size() != 1) {
      throw new IllegalStateException(
          labels.isEmpty()
              ? "the data set has no labels"
              : "the data set has " + labels.size() + " labels; select one of labels()");
    }
    return labels.get(0);
  }

  Columns inputs(List<InputColumn> others) {
    return new Columns(others, labels, size);
  }

  Columns labels(List<LabelColumn> others) {
    return new Columns(inputs, others, size);
  }

  /** Names every input, then every label. */
  Columns named(String... names) {
    if (names.length != inputs.size() + labels.size()) {
      throw new IllegalArgumentException(
          "expected "
              + (inputs.size() + labels.size())
              + " names, inputs first, then labels, got "
              + MessageText.list(Arrays.asList(names)));
    }
    List<InputColumn> namedInputs = new ArrayList<>();
    for (InputColumn column : inputs) {
      namedInputs.add(column.named(names[namedInputs.size()]));
    }
    List<LabelColumn> namedLabels = new ArrayList<>();
    for (LabelColumn column : labels) {
      namedLabels.add(column.named(names[inputs.size() + namedLabels.size()]));
    }
    return new Columns(namedInputs, namedLabels, size);
  }

  /** Adds the sample weights to every label. */
  Columns sampleWeights(WeightColumn weights) {
    if (labels.isEmpty()) {
      throw new DataException(
          "Data set",
          "labels for sample weights",
          "none",
          "Add the weights to a data set with labels.");
    }
    return labels(labels.stream().map(label -> label.sampleWeights(weights)).toList());
  }

  /** The samples from one index to before another. */
  Columns range(int from, int to) {
    return new Columns(
        inputs.stream().map(column -> column.range(from, to)).toList(),
        labels.stream().map(column -> column.range(from, to)).toList(),
        to - from);
  }

  @Override
  public String toString() {
    String labels = text(this.labels);
    if (inputs.isEmpty()) {
      return size + " labels: " + labels;
    }
    return size + " samples of " + text(inputs) + (labels.isEmpty() ? "" : " with " + labels);
  }

  private static String text(List<? extends Column> columns) {
    return columns.stream().map(Column::toString).collect(Collectors.joining(" and "));
  }
}
