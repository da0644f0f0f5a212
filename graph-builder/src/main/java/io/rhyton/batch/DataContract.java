package io.rhyton.batch;

import io.rhyton.data.Column;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.InputColumn;
import io.rhyton.data.LabelColumn;
import io.rhyton.data.LabelKind;
import io.rhyton.error.MessageText;
import io.rhyton.graph.GraphTensor;
import io.rhyton.graph.objective.LabelInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The data that a model accepts for prediction, training and evaluation. */
public final class DataContract {
  private final String where;
  private final boolean weighs;
  private final List<String> inputNames;
  private final List<String> labelNames;
  private final List<SampleContract> samples = new ArrayList<>();
  private final List<LabelContract> labels = new ArrayList<>();

  /**
   * Describes the data of a model.
   *
   * @param where the model's name in messages
   * @param inputs the model's inputs
   * @param labels the labels of its losses and metrics
   * @param weighs whether its losses support sample weights
   */
  public DataContract(
      String where, List<GraphTensor> inputs, List<LabelInput> labels, boolean weighs) {
    this.where = where;
    this.weighs = weighs;
    this.inputNames = inputs.stream().map(GraphTensor::name).toList();
    this.labelNames = labels.stream().map(LabelInput::name).toList();
    for (GraphTensor input : inputs) {
      String subject =
          inputs.size() == 1 ? where : where + ", input " + MessageText.name(input.name());
      samples.add(new SampleContract(subject, input.shape().tail(), input.rows()));
    }
    for (LabelInput label : labels) {
      String subject =
          labels.size() == 1 ? where : where + ", output " + MessageText.name(label.name());
      this.labels.add(new LabelContract(subject, label.output().tail(), LabelContract.kind(label)));
    }
  }

  /** The kind of labels to feed for each output. */
  public List<LabelKind> labelKinds() {
    return labels.stream().map(LabelContract::kind).toList();
  }

  /** Validates samples; returns them without labels, their inputs in the model's order. */
  public Dataset requireSamples(Dataset data) {
    return Dataset.ofColumns(inputs(data));
  }

  private List<InputColumn> inputs(Dataset data) {
    List<InputColumn> inputs = inOrder("inputs", inputNames, data.inputs());
    for (int i = 0; i < inputs.size(); i++) {
      samples.get(i).require(inputs.get(i));
    }
    return inputs;
  }

  /**
   * Validates the values of one input.
   *
   * @throws IllegalArgumentException if one is outside the range of an embedding
   */
  public void requireValues(int input, float[] values) {
    samples.get(input).require(values);
  }

  /** Validates samples and labels; returns them in the model's order. */
  public Dataset requireLabeled(Dataset data) {
    List<Column> columns = new ArrayList<>(inputs(data));
    if (data.labels().isEmpty() && labels.size() == 1) {
      throw labels.get(0).noLabels();
    }
    List<LabelColumn> given = inOrder("labels for", labelNames, data.labels());
    for (int i = 0; i < given.size(); i++) {
      labels.get(i).require(given.get(i));
    }
    requireWeighs(data);
    columns.addAll(given);
    return Dataset.ofColumns(columns);
  }

  /** Validates samples and labels; returns them in the model's order, weighted by class. */
  public Dataset requireLabeled(Dataset data, Map<Integer, Double> classWeight) {
    Dataset labeled = requireLabeled(data);
    if (classWeight.isEmpty()) {
      return labeled;
    }
    Dataset weighted = ClassWeights.weigh(where, labeled, classWeight);
    requireWeighs(weighted);
    return weighted;
  }

  /**
   * Checks that the model has the classes that are weighted.
   *
   * @throws IllegalArgumentException if it has fewer classes
   */
  public void requireClasses(Map<Integer, Double> classWeight) {
    if (labels.size() == 1) {
      classWeight.keySet().forEach(labels.get(0)::requireClass);
    }
  }

  private void requireWeighs(Dataset data) {
    if (data.isWeighted() && !weighs) {
      throw new DataException(
          where,
          "data without sample weights",
          "sample weights",
          "Leave the weights out, or train the model that the file was exported from.");
    }
  }

  /** The columns in the order of the given names; matched by name if they are named. */
  private <C extends Column> List<C> inOrder(String what, List<String> names, List<C> columns) {
    Map<String, C> byName = new HashMap<>();
    columns.forEach(column -> byName.put(column.name(), column));
    if (columns.size() == names.size() && byName.containsKey("")) {
      return columns;
    }
    if (!byName.keySet().equals(new HashSet<>(names)) || columns.size() != names.size()) {
      throw mismatch(what, names, columns);
    }
    List<C> ordered = new ArrayList<>();
    names.forEach(name -> ordered.add(byName.get(name)));
    return ordered;
  }

  private DataException mismatch(String what, List<String> names, List<? extends Column> columns) {
    List<String> given =
        columns.stream().map(Column::name).filter(name -> !name.isEmpty()).toList();
    return new DataException(
        where,
        what + " " + MessageText.list(names),
        given.isEmpty() ? columns.size() + " without names" : MessageText.list(given),
        "Combine one part for each with Dataset.zip, in this order or with these names.");
  }
}
