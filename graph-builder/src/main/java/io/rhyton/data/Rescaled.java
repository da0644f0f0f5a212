package io.rhyton.data;

import java.util.function.Function;

/**
 * Rescaled samples.
 *
 * @param samples the original samples
 * @param width the number of values per sample
 * @param scale the factor
 * @param offset the value to add after multiplying
 */
record Rescaled(Samples samples, int width, double scale, double offset) implements Samples {

  @Override
  public int size() {
    return samples.size();
  }

  @Override
  public void copy(int index, float[] into, int at) {
    samples.copy(index, into, at);
    for (int i = at; i < at + width; i++) {
      into[i] = (float) (into[i] * scale + offset);
    }
  }

  @Override
  public int firstNotFinite(int from, int count) {
    return samples.firstNotFinite(from, count);
  }

  @Override
  public Samples rescale(double scale, double offset) {
    return new Rescaled(samples, width, this.scale * scale, this.offset * scale + offset);
  }

  @Override
  public Samples replaceLazy(Function<LazySamples, Samples> cache) {
    return new Rescaled(samples.replaceLazy(cache), width, scale, offset);
  }
}
