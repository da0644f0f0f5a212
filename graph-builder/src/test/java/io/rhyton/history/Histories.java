package io.rhyton.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Training histories for tests. */
public final class Histories {
  public static final History EMPTY = new History(List.of(), true, null);

  private Histories() {}

  /** The name of a metric and its values per epoch. */
  record Column(String metric, List<Double> values) {}

  static Column column(String metric, double... values) {
    return new Column(metric, DoubleStream.of(values).boxed().toList());
  }

  /** A history of columns of equal length, with 1.5 seconds per epoch. */
  static History of(Column... columns) {
    List<EpochLog> epochs = new ArrayList<>();
    for (int i = 0; i < columns[0].values().size(); i++) {
      Map<String, Double> values = new LinkedHashMap<>();
      for (Column column : columns) {
        values.put(column.metric(), column.values().get(i));
      }
      epochs.add(new EpochLog(i + 1, new Scores(values), Duration.ofMillis(1500)));
    }
    return new History(epochs, false, null);
  }

  /** A model that starts to overfit: accuracy and loss, with validation. */
  public static History overfitting(int epochs) {
    double[] accuracy = new double[epochs];
    double[] loss = new double[epochs];
    double[] validationAccuracy = new double[epochs];
    double[] validationLoss = new double[epochs];
    for (int i = 0; i < epochs; i++) {
      double time = 4.0 * i / Math.max(1, epochs - 1);
      accuracy[i] = 0.9 - 0.6 * Math.exp(-time);
      loss[i] = 0.3 + 1.6 * Math.exp(-time);
      validationAccuracy[i] = 0.8 - 0.4 * Math.exp(-time);
      validationLoss[i] = 0.6 + 1.2 * Math.exp(-time) + 0.04 * time * time;
    }
    return of(
        column("accuracy", accuracy),
        column("loss", loss),
        column("val_accuracy", validationAccuracy),
        column("val_loss", validationLoss));
  }
}
