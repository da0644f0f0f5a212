package io.rhyton.data;

import java.util.function.Function;

/** One input of the samples of a data set; may be read by several threads at once. */
public interface Samples {

  /** How many there are. */
  int size();

  /** Copies the values of a sample, rescaled, as floats. */
  void copy(int index, float[] into, int at);

  /** The first of so many samples with a value that is NaN or infinite; -1 if there is none. */
  int firstNotFinite(int from, int count);

  /** The same samples, each value delivered as {@code value · scale + offset}. */
  Samples rescale(double scale, double offset);

  /**
   * The same samples, those that are not in memory replaced.
   *
   * @param cache is asked once for what is to take their place, and not at all if there are none
   */
  Samples replaceDistant(Function<DistantSamples, Samples> cache);
}
