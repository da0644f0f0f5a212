package io.rhyton.data;

/**
 * Samples cached in a file.
 *
 * @param file the cache file
 * @param input the index of the input in the file
 * @param lazy the original samples
 * @param first the index of the first cached sample
 */
record FileSamples(SampleFile file, int input, LazySamples lazy, int first) implements LazySamples {

  @Override
  public int size() {
    return lazy.size();
  }

  @Override
  public void copy(int index, float[] into, int at) {
    file.copy(index - first, input, into, at);
  }

  @Override
  public int firstNotFinite(int from, int count) {
    return lazy.firstNotFinite(from, count);
  }

  @Override
  public void updateFingerprint(int from, int count, Fingerprint fingerprint) {
    lazy.updateFingerprint(from, count, fingerprint);
  }
}
