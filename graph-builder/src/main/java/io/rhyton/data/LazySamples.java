package io.rhyton.data;

/**
 * Samples that are read on demand, from files or elsewhere, by several threads ahead of the
 * training step. Implementations must be thread-safe.
 */
public interface LazySamples {

  /** The number of samples. */
  int size();

  /**
   * Reads a sample.
   *
   * @param index the index of the sample, from 0
   * @param into the destination
   * @param at the first index in the destination
   * @throws DataException if the sample cannot be read
   */
  void copy(int index, float[] into, int at);

  /**
   * Looks for NaN or infinite values before training; need not read samples that are known to be
   * finite.
   *
   * @param from the index of the first sample to look at
   * @param count the number of samples to look at
   * @return the index of the first sample with such a value; -1 if there is none
   */
  int firstNotFinite(int from, int count);

  /**
   * Adds whatever determines the values of samples to a fingerprint, without reading them. The
   * fingerprint determines whether a {@linkplain Dataset#cache(java.nio.file.Path) cache file} is
   * still valid.
   *
   * @param from the index of the first sample
   * @param count the number of samples
   * @param fingerprint the fingerprint to update
   */
  void updateFingerprint(int from, int count, Fingerprint fingerprint);
}
