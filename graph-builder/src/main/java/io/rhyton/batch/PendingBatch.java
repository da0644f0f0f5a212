package io.rhyton.batch;

import org.jspecify.annotations.Nullable;

/** A batch that the threads of a pool prepare. */
interface PendingBatch extends PrefetchTask, AutoCloseable {

  /**
   * Waits for the batch, and rethrows what went wrong in its preparation; it must then still be
   * closed.
   *
   * @return the batch; null if there are no more
   * @throws InterruptedException if the thread is interrupted while waiting for a source
   */
  @Nullable Feed await() throws InterruptedException;

  /** Discards the batch; called once no thread works on it. */
  @Override
  void close();
}
