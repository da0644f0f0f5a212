package io.rhyton.batch;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A batch requested from a source, in a single piece of work, since a source need not be
 * thread-safe.
 */
final class StreamedBatch implements PendingBatch {
  private final Supplier<@Nullable Feed> request;
  private final CountDownLatch done = new CountDownLatch(1);
  private @Nullable Feed feed;
  private @Nullable Throwable failure;

  /**
   * Creates a batch to request.
   *
   * @param request returns the batch; null if there are no more
   */
  StreamedBatch(Supplier<@Nullable Feed> request) {
    this.request = request;
  }

  @Override
  public int pieces() {
    return 1;
  }

  @Override
  public void run(int piece) {
    try {
      feed = request.get();
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      done.countDown();
    }
  }

  /** Waits interruptibly: a source may take any time. */
  @Override
  public @Nullable Feed await() throws InterruptedException {
    done.await();
    PreparedBatch.rethrow(failure);
    return feed;
  }

  @Override
  public void close() {
    if (feed != null) {
      feed.close();
    }
  }
}
