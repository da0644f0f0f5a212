package io.rhyton.data;

import java.util.function.Function;

/** The values of one input of the samples of a data set. Thread-safe. */
interface Samples {

  /** The number of samples. */
  int size();

  /** Copies the values of a sample, rescaled, as floats. */
  void copy(int index, float[] into, int at);

  /** The first of {@code count} samples with a NaN or infinite value; -1 if there is none. */
  int firstNotFinite(int from, int count);

  /** Returns the same samples, each value transformed to {@code value · scale + offset}. */
  Samples rescale(double scale, double offset);

  /**
   * Returns the same samples, with those not in memory replaced.
   *
   * @param cache returns the replacement; called once, or not at all if all are in memory
   */
  Samples replaceLazy(Function<LazySamples, Samples> cache);
}
