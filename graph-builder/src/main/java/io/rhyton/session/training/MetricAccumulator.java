package io.rhyton.session.training;

import io.rhyton.graph.objective.MeasureNames;
import io.rhyton.graph.objective.MetricFormula;
import io.rhyton.history.Scores;
import io.rhyton.history.TrainingState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accumulates losses and metrics over batches: means over samples, as in Keras's logs. */
final class MetricAccumulator {
  private final MeasureNames names;
  private final List<MetricFormula> formulas;
  private final double[] sums;
  private long samples;

  /**
   * Starts empty.
   *
   * @param names the names of losses and metrics
   * @param formulas compute each metric from its sums
   */
  MetricAccumulator(MeasureNames names, List<MetricFormula> formulas) {
    this.names = names;
    this.formulas = formulas;
    int size = formulas.stream().mapToInt(MetricFormula::size).sum();
    this.sums = new double[names.losses().size() + size];
  }

  /**
   * Adds a batch.
   *
   * @param measures the mean of each loss, then the sums of each metric
   * @param size the number of samples in the batch
   */
  void add(float[] measures, int size) {
    int losses = names.losses().size();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += i < losses ? (double) measures[i] * size : measures[i];
    }
    samples += size;
  }

  TrainingState.MetricTotals state() {
    return new TrainingState.MetricTotals(Arrays.stream(sums).boxed().toList(), samples);
  }

  /**
   * Restores a saved state.
   *
   * @throws IllegalArgumentException if it is that of other metrics
   */
  void restore(TrainingState.MetricTotals state) {
    if (state.sums().size() != sums.length) {
      throw new IllegalArgumentException(
          "expected a state with " + sums.length + " sums, got " + state.sums().size());
    }
    Arrays.setAll(sums, state.sums()::get);
    samples = state.samples();
  }

  Scores scores() {
    Map<String, Double> values = new LinkedHashMap<>();
    int from = 0;
    for (String loss : names.losses()) {
      values.put(loss, sums[from++] / samples);
    }
    for (int i = 0; i < formulas.size(); i++) {
      MetricFormula formula = formulas.get(i);
      double[] own = Arrays.copyOfRange(sums, from, from + formula.size());
      values.put(names.metrics().get(i), formula.value().applyAsDouble(own));
      from += formula.size();
    }
    return new Scores(values);
  }
}
