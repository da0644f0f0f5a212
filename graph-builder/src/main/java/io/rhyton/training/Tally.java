package io.rhyton.training;

import io.rhyton.graph.MeasureNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up the measures of batches: the mean over samples, as Keras logs it. */
final class Tally {
  private final MeasureNames names;
  private final double[] sums;
  private long samples;

  /** Starts at nothing. */
  Tally(MeasureNames names) {
    this.names = names;
    this.sums = new double[names.losses().size() + names.metrics().size()];
  }

  /**
   * Adds a batch.
   *
   * @param measures the mean of each loss, then the sum of each metric
   * @param size samples in the batch
   */
  void add(float[] measures, int size) {
    int losses = names.losses().size();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += i < losses ? (double) measures[i] * size : measures[i];
    }
    samples += size;
  }

  Scores scores() {
    Map<String, Double> values = new LinkedHashMap<>();
    List<String> all = names.all();
    for (int i = 0; i < sums.length; i++) {
      values.put(all.get(i), sums[i] / samples);
    }
    return new Scores(values);
  }
}
