package io.rhyton.data;

import java.util.function.Function;

/** Samples that are not in memory and are loaded lazily. */
public interface LazySamples extends Samples {

  /**
   * Adds what determines the values of {@code count} samples to a fingerprint, without reading
   * them.
   *
   * @param fingerprint the fingerprint to update
   */
  void identify(int from, int count, Fingerprint fingerprint);

  @Override
  default Samples replaceDistant(Function<LazySamples, Samples> cache) {
    return cache.apply(this);
  }
}
