package io.rhyton.batch;

import org.jspecify.annotations.Nullable;

/** A batch that the threads of a pool prepare. */
interface PendingBatch extends PrefetchTask, AutoCloseable {

  /**
   * Waits for the batch, and rethrows an exception thrown while preparing it; it must still be
   * closed then.
   *
   * @return the batch; null if there are no more
   * @throws InterruptedException if the thread is interrupted while waiting for a source
   */
  @Nullable Feed await() throws InterruptedException;

  /** Discards the batch; called when no thread is working on it any more. */
  @Override
  void close();
}
