package io.rhyton.batch;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.BatchSource;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Returns the batches of a source, and prefetches the next ones on a single thread, since a source
 * need not be thread-safe.
 */
public final class StreamPrefetcher implements Batches {
  /** Batches to prefetch: enough to bridge a slow one; each takes memory. */
  private static final int AHEAD = 2;

  private final EpochIterator epochs;
  private final Supplier<@Nullable Dataset> source;
  private final UnaryOperator<Dataset> contract;
  private final List<LabelForm> forms;
  private final BatchChange change;
  private final Runnable end;
  private final Deque<Future<@Nullable Feed>> prepared = new ArrayDeque<>();
  private final ExecutorService worker = Executors.newSingleThreadExecutor(this::thread);
  private @Nullable Thread thread;
  private int left;
  private int made;
  private volatile boolean closed;

  private StreamPrefetcher(
      EpochIterator epochs,
      Supplier<@Nullable Dataset> source,
      int most,
      UnaryOperator<Dataset> contract,
      List<LabelForm> forms,
      BatchChange change,
      Runnable end) {
    this.epochs = epochs;
    this.source = source;
    this.left = most;
    this.contract = contract;
    this.forms = forms;
    this.change = change;
    this.end = end;
    prepare(AHEAD);
  }

  /**
   * Starts to prefetch the rest of the current pass.
   *
   * @param epochs the epochs over the source
   * @param contract validates a batch, and returns its inputs and labels in the model's order
   * @param forms the form in which each label is fed
   * @param change applied to each batch
   */
  @MustBeClosed
  public static StreamPrefetcher ofPass(
      EpochIterator epochs,
      UnaryOperator<Dataset> contract,
      List<LabelForm> forms,
      BatchChange change) {
    return new StreamPrefetcher(
        epochs, epochs::next, Integer.MAX_VALUE, contract, forms, change, () -> {});
  }

  /**
   * Starts to prefetch a number of batches, starting another pass when one is exhausted.
   *
   * @param epochs the epochs over the source
   * @param count the number of batches
   * @param contract validates a batch, and returns its inputs and labels in the model's order
   * @param forms the form in which each label is fed
   * @param change applied to each batch
   */
  @MustBeClosed
  public static StreamPrefetcher ofCount(
      EpochIterator epochs,
      int count,
      UnaryOperator<Dataset> contract,
      List<LabelForm> forms,
      BatchChange change) {
    return new StreamPrefetcher(
        epochs, epochs::nextOfAnyPass, count, contract, forms, change, () -> {});
  }

  /**
   * Starts to prefetch the first pass over a source; closing the batches ends the pass.
   *
   * @param contract validates a batch, and returns its inputs and labels in the model's order
   * @param forms the form in which each label is fed
   * @param change applied to each batch
   */
  @MustBeClosed
  public static Batches ofFirstPass(
      BatchSource source,
      UnaryOperator<Dataset> contract,
      List<LabelForm> forms,
      BatchChange change) {
    EpochIterator epochs = new EpochIterator(source);
    epochs.start(1);
    return new StreamPrefetcher(
        epochs, epochs::next, Integer.MAX_VALUE, contract, forms, change, epochs::close);
  }

  private Thread thread(Runnable task) {
    Thread worker = new Thread(task, "rhyton-source");
    worker.setDaemon(true);
    thread = worker;
    return worker;
  }

  @Override
  public @Nullable Feed next() throws InterruptedException {
    Future<@Nullable Feed> first = prepared.peek();
    if (first == null) {
      return null;
    }
    Feed feed;
    try {
      feed = first.get();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
    prepared.remove();
    if (feed == null) {
      left = 0;
    }
    prepare(AHEAD);
    return feed;
  }

  private void prepare(int batches) {
    while (prepared.size() < batches && left > 0) {
      left--;
      prepared.add(worker.submit(this::prepareOne));
    }
  }

  private @Nullable Feed prepareOne() {
    Dataset batch = closed ? null : source.get();
    if (batch == null) {
      return null;
    }
    try {
      return feed(contract.apply(batch));
    } catch (DataException e) {
      throw new DataException(
          e.where() + ", " + epochs.position(), e.expected(), e.received(), e.fix(), e);
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // Closed by the caller of next(), or by close().
  private Feed feed(Dataset batch) {
    int[] order = SampleOrder.asGiven(batch.size());
    int number = made++;
    PreparedBatch prepared =
        new PreparedBatch(
            BatchColumn.all(batch, forms),
            order,
            0,
            order.length,
            feed -> change.apply(feed, number));
    try {
      for (int piece = 0; piece < order.length; piece++) {
        prepared.run(piece);
      }
      return prepared.await();
    } catch (RuntimeException | Error e) {
      prepared.close();
      throw e;
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

  /** Interrupts a waiting source, and discards the batches that were not taken. */
  @Override
  public void close() {
    closed = true;
    worker.shutdown();
    if (thread != null) {
      thread.interrupt();
    }
    boolean interrupted = false;
    while (!prepared.isEmpty()) {
      try {
        Feed dropped = prepared.element().get();
        if (dropped != null) {
          dropped.close();
        }
        prepared.remove();
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        // It was rethrown before, or nobody needs the batch any more.
        prepared.remove();
      }
    }
    end.run();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
