package io.rhyton.batch;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.BatchSource;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import io.rhyton.history.TrainingPlan;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The batches of a source, requested one after another. */
final class BatchSourceAdapter implements DataAdapter {
  private final BatchSource source;
  private final SourceIterator training;
  private final UnaryOperator<Dataset> contract;
  private final List<LabelKind> kinds;

  /**
   * Creates an adapter; the source is not used before the first pass or epoch.
   *
   * @param contract validates a batch, and returns its inputs and labels in the model's order
   * @param kinds the kind of labels to feed for each output; empty to feed samples without labels
   */
  BatchSourceAdapter(BatchSource source, UnaryOperator<Dataset> contract, List<LabelKind> kinds) {
    this.source = source;
    this.training = new SourceIterator(source);
    this.contract = contract;
    this.kinds = kinds;
  }

  @Override
  public int samples() {
    return 0;
  }

  @Override
  public int steps() {
    return 0;
  }

  @Override
  @MustBeClosed
  public Batches firstPass(BatchTransform transform) {
    SourceIterator pass = new SourceIterator(source);
    pass.start(1);
    return batches(pass, pass::next, Integer.MAX_VALUE, transform, pass::close);
  }

  /**
   * {@inheritDoc}
   *
   * <p>An epoch with a fixed number of steps continues where the previous one ended.
   */
  @Override
  @MustBeClosed
  public Batches epoch(TrainingPlan plan, Epoch epoch, BatchTransform transform) {
    if (epoch.isPass()) {
      training.start(epoch.number());
      training.skip(epoch.step());
      return batches(training, training::next, Integer.MAX_VALUE, transform, () -> {});
    }
    if (!training.hasBegun()) {
      training.start(1);
      long done = epoch.stepsSince(epoch.initial(), plan.steps());
      for (long i = 0; i < done; i++) {
        training.nextOfAnyPass();
      }
    }
    int count = plan.steps() - epoch.step();
    return batches(training, training::nextOfAnyPass, count, transform, () -> {});
  }

  @MustBeClosed
  private Batches batches(
      SourceIterator position,
      Supplier<@Nullable Dataset> next,
      int count,
      BatchTransform transform,
      Runnable end) {
    int[] requested = {0};
    return new Prefetcher(
        () -> {
          int number = requested[0];
          if (number == count) {
            return null;
          }
          requested[0]++;
          return new StreamedBatch(() -> request(position, next, number, transform));
        },
        PrefetchPool.forSource(),
        end);
  }

  @SuppressWarnings("MustBeClosedChecker") // The caller closes the batch.
  private @Nullable Feed request(
      SourceIterator position,
      Supplier<@Nullable Dataset> next,
      int number,
      BatchTransform transform) {
    Dataset batch = next.get();
    if (batch == null) {
      return null;
    }
    try {
      return PreparedBatch.now(contract.apply(batch), kinds, feed -> transform.apply(feed, number));
    } catch (DataException e) {
      throw new DataException(
          e.where() + ", " + position.position(), e.expected(), e.received(), e.fix(), e);
    }
  }

  @Override
  public void close() {
    training.close();
  }
}
