package io.rhyton.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up the measures of batches: the mean over samples, as Keras logs it. */
final class Tally {
  private final List<String> metrics;
  private final double[] sums;
  private long samples;

  /** Starts at nothing, for the loss and the named metrics. */
  Tally(List<String> metrics) {
    this.metrics = metrics;
    this.sums = new double[1 + metrics.size()];
  }

  /**
   * Adds a batch.
   *
   * @param measures the mean loss, then the sum of each metric
   * @param size samples in the batch
   */
  void add(float[] measures, int size) {
    sums[0] += (double) measures[0] * size;
    for (int i = 1; i < sums.length; i++) {
      sums[i] += measures[i];
    }
    samples += size;
  }

  Scores scores() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss", sums[0] / samples);
    for (int i = 0; i < metrics.size(); i++) {
      values.put(metrics.get(i), sums[i + 1] / samples);
    }
    return new Scores(values);
  }
}
