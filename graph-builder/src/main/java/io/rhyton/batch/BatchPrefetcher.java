package io.rhyton.batch;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Returns the batches of one pass over the data, and prefetches the next ones. */
public final class BatchPrefetcher implements Batches {
  /** Batches to prefetch: enough to bridge a slow one; each takes memory. */
  private static final int AHEAD = 2;

  private final int[] order;
  private final int batchSize;
  private final List<BatchColumn> columns;
  private final Deque<PreparedBatch> prepared = new ArrayDeque<>();
  private final PrefetchPool pool;
  private final BatchChange change;
  private int position;

  /**
   * Starts to prefetch the first batches.
   *
   * @param data the data, its inputs and labels in the model's order
   * @param order the samples to take, in order
   * @param forms the form in which each label is fed; empty to feed samples without labels
   */
  @MustBeClosed
  public BatchPrefetcher(Dataset data, int[] order, int batchSize, List<LabelForm> forms) {
    this(data, order, batchSize, forms, BatchChange.NONE);
  }

  /**
   * Starts to prefetch the first batches.
   *
   * @param data the data, its inputs and labels in the model's order
   * @param order the samples to take, in order
   * @param forms the form in which each label is fed; empty to feed samples without labels
   * @param change applied to each batch once all of its samples are there
   */
  @MustBeClosed
  public BatchPrefetcher(
      Dataset data, int[] order, int batchSize, List<LabelForm> forms, BatchChange change) {
    this.order = order;
    this.batchSize = batchSize;
    this.change = change;
    this.columns = BatchColumn.all(data, forms);
    this.pool = new PrefetchPool(Runtime.getRuntime().availableProcessors());
    try {
      prepare(AHEAD);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** The number of batches. */
  public static int steps(int samples, int batchSize) {
    return (samples + batchSize - 1) / batchSize;
  }

  @Override
  public @Nullable Feed next() {
    PreparedBatch first = prepared.peek();
    if (first == null) {
      return null;
    }
    Feed feed = first.await();
    prepare(1 + AHEAD);
    prepared.remove();
    return feed;
  }

  @SuppressWarnings("MustBeClosedChecker") // Closed by the caller of next(), or by close().
  private void prepare(int batches) {
    while (prepared.size() < batches && position < order.length) {
      int size = Math.min(batchSize, order.length - position);
      int number = position / batchSize;
      PreparedBatch batch =
          new PreparedBatch(columns, order, position, size, feed -> change.apply(feed, number));
      position += size;
      prepared.add(batch);
      pool.add(batch);
    }
  }

  @Override
  public void close() {
    pool.close();
    prepared.forEach(PreparedBatch::close);
    prepared.clear();
  }
}
