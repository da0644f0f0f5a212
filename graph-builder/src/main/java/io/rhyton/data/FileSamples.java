package io.rhyton.data;

/**
 * Samples cached in a file.
 *
 * @param file the cache file
 * @param input the index of the input in the file
 * @param distant the original samples
 * @param first the index of the first cached sample
 */
record FileSamples(SampleFile file, int input, DistantSamples distant, int first)
    implements DistantSamples {

  @Override
  public int size() {
    return distant.size();
  }

  @Override
  public void copy(int index, float[] into, int at) {
    file.copy(index - first, input, into, at);
  }

  @Override
  public int firstNotFinite(int from, int count) {
    return distant.firstNotFinite(from, count);
  }

  @Override
  public Samples rescale(double scale, double offset) {
    return new Rescaled(this, file.width(input), scale, offset);
  }

  @Override
  public void identify(int from, int count, Fingerprint fingerprint) {
    distant.identify(from, count, fingerprint);
  }
}
