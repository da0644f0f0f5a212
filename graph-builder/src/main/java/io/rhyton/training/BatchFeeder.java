package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Hands out the batches of one pass over the data, and prepares the next one meanwhile. */
final class BatchFeeder implements AutoCloseable {
  private final int[] order;
  private final int batchSize;
  private final List<BatchColumn> columns = new ArrayList<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "rhyton-feeder");
            thread.setDaemon(true);
            return thread;
          });
  private int position;
  private @Nullable Future<Feed> pending;

  /**
   * Starts to prepare the first batch.
   *
   * @param data its inputs and labels in the order in which the model takes them
   * @param order the samples to take, in order
   * @param forms what the labels are fed as; none to feed samples alone
   */
  @MustBeClosed
  BatchFeeder(Dataset data, int[] order, int batchSize, List<LabelForm> forms) {
    int largest = Math.min(batchSize, order.length);
    this.order = order;
    this.batchSize = batchSize;
    data.inputs().forEach(input -> columns.add(BatchColumn.input(input, largest)));
    for (int i = 0; i < forms.size(); i++) {
      columns.add(BatchColumn.label(data.labels().get(i), forms.get(i), largest));
    }
    this.pending = prepareNext();
  }

  /** The number of batches. */
  static int steps(int samples, int batchSize) {
    return (samples + batchSize - 1) / batchSize;
  }

  /** The next batch, which the caller closes; null after the last. */
  @Nullable Feed next() {
    Future<Feed> ready = pending;
    if (ready == null) {
      return null;
    }
    pending = null;
    Feed feed = await(ready);
    pending = prepareNext();
    return feed;
  }

  private @Nullable Future<Feed> prepareNext() {
    int from = position;
    int size = Math.min(batchSize, order.length - from);
    if (size <= 0) {
      return null;
    }
    position = from + size;
    return worker.submit(() -> prepare(from, size));
  }

  @SuppressWarnings("MustBeClosedChecker") // Closed by whoever takes the batch, or by close().
  private Feed prepare(int from, int size) {
    Feed feed = new Feed(size);
    columns.forEach(column -> column.addTo(feed, order, from, size));
    return feed;
  }

  /** Waits without being interrupted: a batch is ready within moments. */
  private static Feed await(Future<Feed> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw rethrown(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException("a batch could not be prepared", cause);
  }

  /** Drops the batch that nobody took. */
  @Override
  public void close() {
    Future<Feed> dropped = pending;
    pending = null;
    worker.shutdown();
    if (dropped != null) {
      await(dropped).close();
    }
  }
}
