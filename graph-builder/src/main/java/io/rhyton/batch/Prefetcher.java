package io.rhyton.batch;

import com.google.errorprone.annotations.MustBeClosed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Returns batches in order, and prefetches the next ones. */
final class Prefetcher implements Batches {
  /** The number of batches to prefetch: enough to hide a slow one, but each takes memory. */
  private static final int AHEAD = 2;

  private final Supplier<@Nullable PendingBatch> batches;
  private final PrefetchPool pool;
  private final Runnable end;
  private final Deque<PendingBatch> pending = new ArrayDeque<>();
  private boolean exhausted;

  /**
   * Starts to prefetch the first batches.
   *
   * @param batches returns the next batch to prepare; null after the last
   * @param pool prepares them; closed with this
   * @param end called when this is closed and no thread is working on a batch any more
   */
  @MustBeClosed
  Prefetcher(Supplier<@Nullable PendingBatch> batches, PrefetchPool pool, Runnable end) {
    this.batches = batches;
    this.pool = pool;
    this.end = end;
    try {
      prepare(AHEAD);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  @Override
  public @Nullable Feed next() throws InterruptedException {
    PendingBatch first = pending.peek();
    if (first == null) {
      return null;
    }
    Feed feed = first.await();
    exhausted |= feed == null;
    prepare(1 + AHEAD);
    pending.remove();
    return feed;
  }

  private void prepare(int most) {
    while (!exhausted && pending.size() < most) {
      PendingBatch batch = batches.get();
      if (batch == null) {
        return;
      }
      pending.add(batch);
      pool.add(batch);
    }
  }

  @Override
  public void close() {
    pool.close();
    pending.forEach(PendingBatch::close);
    pending.clear();
    end.run();
  }
}
