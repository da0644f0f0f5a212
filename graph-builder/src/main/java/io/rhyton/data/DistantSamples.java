package io.rhyton.data;

import java.util.function.Function;

/** Samples that are not in memory, and take their time to be got. */
public interface DistantSamples extends Samples {

  /**
   * Tells what the values of so many samples follow from, in little time.
   *
   * @param fingerprint is told
   */
  void identify(int from, int count, Fingerprint fingerprint);

  @Override
  default Samples replaceDistant(Function<DistantSamples, Samples> cache) {
    return cache.apply(this);
  }
}
