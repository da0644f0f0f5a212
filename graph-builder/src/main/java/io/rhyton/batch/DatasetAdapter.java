package io.rhyton.batch;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import io.rhyton.history.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The batches of a data set, whose samples several threads read concurrently.
 *
 * @param data the data, its inputs and labels in the model's order
 * @param kinds the kind of labels to feed for each output; empty to feed samples without labels
 * @param batchSize the batch size; the last batch of a pass may be smaller
 */
record DatasetAdapter(Dataset data, List<LabelKind> kinds, int batchSize) implements DataAdapter {

  @Override
  public int samples() {
    return data.size();
  }

  @Override
  public int steps() {
    return (data.size() + batchSize - 1) / batchSize;
  }

  @Override
  @MustBeClosed
  public Batches firstPass(BatchTransform transform) {
    return batches(SampleOrder.asGiven(data.size()), transform);
  }

  @Override
  @MustBeClosed
  public Batches epoch(TrainingPlan plan, Epoch epoch, BatchTransform transform) {
    SampleOrder order = new SampleOrder(plan);
    if (!epoch.isPass()) {
      long first = epoch.stepsSince(0, plan.steps()) * batchSize;
      int count = Math.multiplyExact(plan.steps() - epoch.step(), batchSize);
      return batches(order.from(first, count), transform);
    }
    int[] pass = order.ofPass(epoch.number());
    int done = (int) Math.min((long) epoch.step() * batchSize, pass.length);
    return batches(Arrays.copyOfRange(pass, done, pass.length), transform);
  }

  @MustBeClosed
  private Batches batches(int[] order, BatchTransform transform) {
    return new Prefetcher(new Queue(order, transform), PrefetchPool.forSamples(), () -> {});
  }

  /** Divides the samples into batches. */
  private final class Queue implements Supplier<@Nullable PendingBatch> {
    private final List<BatchColumn> columns = BatchColumn.all(data, kinds);
    private final int[] order;
    private final BatchTransform transform;
    private int position;

    Queue(int[] order, BatchTransform transform) {
      this.order = order;
      this.transform = transform;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // Closed by the prefetcher.
    public @Nullable PendingBatch get() {
      if (position == order.length) {
        return null;
      }
      int from = position;
      int number = from / batchSize;
      position = Math.min(order.length, from + batchSize);
      return new PreparedBatch(
          columns, order, from, position - from, feed -> transform.apply(feed, number));
    }
  }

  @Override
  public void close() {}
}
