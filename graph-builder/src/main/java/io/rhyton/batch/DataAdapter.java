package io.rhyton.batch;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.BatchSource;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelKind;
import io.rhyton.data.Source;
import io.rhyton.history.TrainingPlan;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Provides the batches of a source: all of them once, for evaluation and prediction, or epoch by
 * epoch, for training.
 *
 * <p>Source: {@code keras/src/trainers/data_adapters}, Keras 3.15.
 */
public interface DataAdapter extends AutoCloseable {

  /**
   * Adapts a source.
   *
   * @param source samples or batches
   * @param contract validates data, and returns its inputs and labels in the model's order; applied
   *     to the samples now, or to each batch
   * @param kinds the kind of labels to feed for each output; empty to feed samples without labels
   * @param batchSize the batch size for samples; ignored for batches
   */
  @MustBeClosed
  static DataAdapter of(
      Source source, UnaryOperator<Dataset> contract, List<LabelKind> kinds, int batchSize) {
    if (source instanceof Dataset data) {
      return new DatasetAdapter(contract.apply(data), kinds, batchSize);
    }
    return new BatchSourceAdapter((BatchSource) source, contract, kinds);
  }

  /**
   * Prepares samples of a data set as a single batch, by several threads.
   *
   * @param data the data, its inputs and labels in the model's order
   * @param samples the indices of the samples, in order
   * @param kinds the kind of labels to feed for each output; empty to feed samples without labels
   * @param transform applied to the batch, as the first of a pass
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Closed below on failure, otherwise by the caller.
  static Feed batch(Dataset data, int[] samples, List<LabelKind> kinds, BatchTransform transform) {
    PreparedBatch batch =
        new PreparedBatch(
            BatchColumn.all(data, kinds),
            samples,
            0,
            samples.length,
            feed -> transform.apply(feed, 0));
    try (PrefetchPool pool = PrefetchPool.forSamples()) {
      pool.add(batch);
      return batch.await();
    } catch (RuntimeException | Error e) {
      batch.close();
      throw e;
    }
  }

  /** The number of samples; 0 if it is up to the source. */
  int samples();

  /** The number of batches in a pass over the data; 0 if it is up to the source. */
  int steps();

  /**
   * Starts to prefetch the first pass over the data, in its order.
   *
   * @param transform applied to each batch
   */
  @MustBeClosed
  Batches firstPass(BatchTransform transform);

  /**
   * Starts to prefetch the remaining batches of an epoch.
   *
   * @param plan the plan of the training
   * @param transform applied to each batch
   */
  @MustBeClosed
  Batches epoch(TrainingPlan plan, Epoch epoch, BatchTransform transform);

  /**
   * An epoch, or the rest of it.
   *
   * @param number its number, from 1
   * @param initial the number of epochs before this training
   * @param step the number of its steps already taken
   * @param isPass whether it is one pass over the data, rather than a fixed number of steps
   */
  record Epoch(int number, int initial, int step, boolean isPass) {

    /** The number of steps taken since an epoch, where epochs have a fixed number of steps. */
    long stepsSince(int epoch, int stepsPerEpoch) {
      return (number - 1L - epoch) * stepsPerEpoch + step;
    }
  }

  @Override
  void close();
}
