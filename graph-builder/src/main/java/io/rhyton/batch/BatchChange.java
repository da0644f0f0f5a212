package io.rhyton.batch;

/** What is done to a batch before it is fed, on a thread that prepares it. */
@FunctionalInterface
public interface BatchChange {
  /** Leaves it as it is. */
  BatchChange NONE = (feed, batch) -> {};

  /**
   * Changes a batch.
   *
   * @param feed the batch
   * @param batch which of the pass over the data it is, from 0
   */
  void apply(Feed feed, int batch);
}
