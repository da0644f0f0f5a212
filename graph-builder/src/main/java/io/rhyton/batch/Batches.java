package io.rhyton.batch;

import org.jspecify.annotations.Nullable;

/** The batches of one pass or one epoch, prepared ahead of the steps that take them. */
public interface Batches extends AutoCloseable {

  /**
   * The next batch, which the caller closes; null after the last.
   *
   * @throws InterruptedException if the thread is interrupted while it waits for a source
   */
  @Nullable Feed next() throws InterruptedException;

  /** Drops the batches that nobody took. */
  @Override
  void close();
}
