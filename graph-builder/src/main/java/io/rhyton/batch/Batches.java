package io.rhyton.batch;

import org.jspecify.annotations.Nullable;

/** The batches of one pass or one epoch, prefetched ahead of the steps that use them. */
public interface Batches extends AutoCloseable {

  /**
   * Returns the next batch, which the caller closes; null after the last.
   *
   * @throws InterruptedException if the thread is interrupted while waiting for a source
   */
  @Nullable Feed next() throws InterruptedException;

  /** Discards the remaining batches. */
  @Override
  void close();
}
