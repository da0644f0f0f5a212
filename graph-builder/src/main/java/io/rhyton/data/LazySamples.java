package io.rhyton.data;

/**
 * Samples that are read when needed, from files or from elsewhere, by several threads ahead of the
 * training step. An implementation is thread-safe.
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
   * Looks for a NaN or infinite value before a training; may rely on what is known without reading.
   *
   * @param from the index of the first sample to look at
   * @param count the number of samples to look at
   * @return the index of the first sample with such a value; -1 if there is none
   */
  int firstNotFinite(int from, int count);

  /**
   * Adds what determines the values of samples to a fingerprint, without reading them. It tells
   * whether a {@linkplain Dataset#cache(java.nio.file.Path) cache file} still fits.
   *
   * @param from the index of the first sample
   * @param count the number of samples
   * @param fingerprint the fingerprint to update
   */
  void identify(int from, int count, Fingerprint fingerprint);
}
