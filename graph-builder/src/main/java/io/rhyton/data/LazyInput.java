package io.rhyton.data;

import java.util.function.Function;

/**
 * Samples that are not in memory.
 *
 * @param lazy reads the samples
 * @param width the number of values per sample
 */
record LazyInput(LazySamples lazy, int width) implements Samples {

  @Override
  public int size() {
    return lazy.size();
  }

  @Override
  public void copy(int index, float[] into, int at) {
    lazy.copy(index, into, at);
  }

  @Override
  public int firstNotFinite(int from, int count) {
    return lazy.firstNotFinite(from, count);
  }

  @Override
  public Samples rescale(double scale, double offset) {
    return new Rescaled(this, width, scale, offset);
  }

  @Override
  public Samples replaceLazy(Function<LazySamples, Samples> cache) {
    return cache.apply(lazy);
  }
}
