package io.rhyton.data;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Samples that are cached in memory once they have been read. */
final class MemorySamples implements Samples {
  private final LazySamples lazy;
  private final int width;
  private final int first;
  private final AtomicReferenceArray<byte @Nullable []> kept;

  /**
   * Creates an empty cache.
   *
   * @param lazy the samples to cache
   * @param width the number of values per sample
   * @param first the index of the first sample to cache
   * @param count the number of samples to cache
   */
  MemorySamples(LazySamples lazy, int width, int first, int count) {
    this.lazy = lazy;
    this.width = width;
    this.first = first;
    this.kept = new AtomicReferenceArray<>(count);
  }

  @Override
  public int size() {
    return lazy.size();
  }

  /** Two threads may read the same sample concurrently, with the same result. */
  @Override
  public void copy(int index, float[] into, int at) {
    byte[] packed = kept.get(index - first);
    if (packed == null) {
      lazy.copy(index, into, at);
      kept.set(index - first, PackedSample.pack(into, at, width));
    } else {
      PackedSample.unpack(packed, width, into, at);
    }
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
    return this;
  }
}
