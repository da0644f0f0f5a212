package io.rhyton.batch;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A batch being filled, sample by sample. */
final class PreparedBatch implements PendingBatch {
  private final int[] order;
  private final int from;
  private final int size;
  private final Feed feed;
  private final List<BatchColumn.Filling> columns = new ArrayList<>();
  private final Consumer<Feed> change;
  private final AtomicInteger left;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile int failed = Integer.MAX_VALUE;
  private @Nullable Throwable failure;

  /**
   * Allocates a batch.
   *
   * @param order the samples of the pass
   * @param from the index in {@code order} of the batch's first sample
   * @param size the number of samples in the batch
   * @param change called with the batch once all of its samples have been copied
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Closed below on failure, otherwise by the consumer.
  PreparedBatch(List<BatchColumn> columns, int[] order, int from, int size, Consumer<Feed> change) {
    this.order = order;
    this.from = from;
    this.size = size;
    this.change = change;
    this.left = new AtomicInteger(size);
    this.feed = new Feed(size);
    try {
      columns.forEach(column -> this.columns.add(column.addTo(feed)));
    } catch (RuntimeException | Error e) {
      feed.close();
      throw e;
    }
  }

  /** Prepares all samples of a data set as one batch, on this thread. */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Closed below on failure, otherwise by the caller.
  static Feed now(Dataset data, List<LabelKind> kinds, Consumer<Feed> change) {
    int[] order = SampleOrder.asGiven(data.size());
    PreparedBatch batch =
        new PreparedBatch(BatchColumn.all(data, kinds), order, 0, order.length, change);
    try {
      for (int piece = 0; piece < order.length; piece++) {
        batch.run(piece);
      }
      return batch.await();
    } catch (RuntimeException | Error e) {
      batch.close();
      throw e;
    }
  }

  @Override
  public int pieces() {
    return size;
  }

  @Override
  public void run(int piece) {
    try {
      if (piece < failed) {
        columns.forEach(column -> column.fill(order[from + piece], piece));
      }
    } catch (RuntimeException | Error e) {
      fail(piece, e);
    } finally {
      if (left.decrementAndGet() == 0) {
        finish();
      }
    }
  }

  private void finish() {
    try {
      if (failed > size) {
        change.accept(feed);
      }
    } catch (RuntimeException | Error e) {
      fail(size, e);
    } finally {
      done.countDown();
    }
  }

  /** Keeps the exception of the first sample in order, whichever thread fails first. */
  private synchronized void fail(int piece, Throwable thrown) {
    if (piece < failed) {
      failed = piece;
      failure = thrown;
    }
  }

  /**
   * Waits until the batch is complete, uninterruptibly: it is ready within moments. Rethrows the
   * exception of the first sample that failed.
   */
  @Override
  public Feed await() {
    boolean interrupted = false;
    while (true) {
      try {
        done.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    rethrow(failure());
    return feed;
  }

  private synchronized @Nullable Throwable failure() {
    return failure;
  }

  /** Throws an unchecked exception, if there is one. */
  static void rethrow(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException runtime) {
      throw runtime;
    }
  }

  @Override
  public void close() {
    feed.close();
  }
}
