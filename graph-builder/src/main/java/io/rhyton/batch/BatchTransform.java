package io.rhyton.batch;

/** A transformation of a batch before it is fed, run on a prefetching thread. */
@FunctionalInterface
public interface BatchTransform {
  /** The identity. */
  BatchTransform NONE = (feed, batch) -> {};

  /**
   * Transforms a batch.
   *
   * @param feed the batch
   * @param batch its index in the pass over the data, from 0
   */
  void apply(Feed feed, int batch);
}
