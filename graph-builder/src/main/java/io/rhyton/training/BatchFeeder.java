package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Hands out the batches of one pass over the data, and prepares the next one meanwhile. */
final class BatchFeeder implements AutoCloseable {
  private final Dataset data;
  private final int[] order;
  private final int batchSize;
  private final LabelForm form;
  private final float[] inputs;
  private final float[] rows;
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
   * @param order the samples to take, in order
   */
  @MustBeClosed
  BatchFeeder(Dataset data, int[] order, int batchSize, LabelForm form) {
    int largest = Math.min(batchSize, order.length);
    this.data = data;
    this.order = order;
    this.batchSize = batchSize;
    this.form = form;
    this.inputs = new float[Math.toIntExact(largest * data.shape().size())];
    this.rows = new float[form == LabelForm.ROWS ? largest * data.labelWidth() : 0];
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
    int length = (int) data.shape().size();
    for (int i = 0; i < size; i++) {
      data.copyInput(order[from + i], inputs, i * length);
    }
    return switch (form) {
      case NONE -> Feed.of(size, data.shape(), inputs);
      case CLASS_NUMBERS -> Feed.of(size, data.shape(), inputs, classNumbers(from, size));
      case ROWS -> Feed.of(size, data.shape(), inputs, data.labelWidth(), rows(from, size));
    };
  }

  private long[] classNumbers(int from, int size) {
    long[] numbers = new long[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = data.label(order[from + i]);
    }
    return numbers;
  }

  private float[] rows(int from, int size) {
    for (int i = 0; i < size; i++) {
      data.copyLabel(order[from + i], rows, i * data.labelWidth());
    }
    return rows;
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
