package io.rhyton.data;

import io.rhyton.model.shape.ShapeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a data set is made of, and what is done to all of it at once.
 *
 * @param inputs what goes into a model
 * @param labels what should come out of it
 * @param size how many samples there are
 */
public record Columns(List<InputColumn> inputs, List<LabelColumn> labels, int size) {

  /**
   * Checks the names.
   *
   * @throws DataException if a name is there twice, or some have one and others none
   */
  public Columns {
    ColumnNames.require("inputs", inputs.stream().map(InputColumn::name).toList());
    ColumnNames.require("labels", labels.stream().map(LabelColumn::name).toList());
    inputs = List.copyOf(inputs);
    labels = List.copyOf(labels);
  }

  /**
   * Those of all parts, in order.
   *
   * @throws DataException if their sizes differ
   */
  static Columns join(List<Columns> parts) {
    int size = parts.get(0).size;
    for (Columns part : parts) {
      if (part.size != size) {
        throw new DataException(
            "Data set",
            "parts of " + size + " samples, as the first has",
            "one of " + part.size,
            "Join data sets of equal size.");
      }
    }
    return new Columns(
        parts.stream().flatMap(part -> part.inputs.stream()).toList(),
        parts.stream().flatMap(part -> part.labels.stream()).toList(),
        size);
  }

  /** The only input. */
  InputColumn input() {
    if (inputs.size() != 1) {
      throw new IllegalStateException(
          "the data set has " + inputs.size() + " inputs; ask each of inputs()");
    }
    return inputs.get(0);
  }

  /** The only label. */
  LabelColumn label() {
    if (labels.size() != 1) {
      throw new IllegalStateException(
          labels.isEmpty()
              ? "the data set has no labels"
              : "the data set has " + labels.size() + " labels; ask each of labels()");
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
          "names must be "
              + (inputs.size() + labels.size())
              + ", inputs first, then labels, got "
              + Arrays.toString(names));
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

  /** Weighs every label. */
  Columns weighted(WeightColumn weights) {
    if (labels.isEmpty()) {
      throw new DataException(
          "Data set", "labels to weigh", "none", "Weigh the labels, or join the samples to them.");
    }
    return labels(labels.stream().map(label -> label.weighted(weights)).toList());
  }

  Columns take(int count) {
    return new Columns(inputs, labels, Math.min(count, size));
  }

  Columns skip(int count) {
    int skipped = Math.min(count, size);
    return new Columns(
        inputs.stream().map(column -> column.skip(skipped)).toList(),
        labels.stream().map(column -> column.skip(skipped)).toList(),
        size - skipped);
  }

  @Override
  public String toString() {
    String shapes =
        Stream.concat(
                inputs.stream().map(InputColumn::shape),
                inputs.isEmpty() ? labels.stream().map(c -> c.labels().shape()) : Stream.of())
            .map(ShapeText::of)
            .collect(Collectors.joining(" and "));
    return size + (inputs.isEmpty() ? " labels of " : " samples of ") + shapes;
  }
}
