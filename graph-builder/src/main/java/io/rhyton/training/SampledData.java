package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.batch.Augmenter;
import io.rhyton.batch.BatchChange;
import io.rhyton.batch.BatchPrefetcher;
import io.rhyton.batch.Batches;
import io.rhyton.batch.LabelForm;
import io.rhyton.batch.SampleOrder;
import io.rhyton.data.Dataset;
import io.rhyton.history.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Batches of a data set, in the order that the training plan determines.
 *
 * @param data the data, its inputs and labels in the model's order
 * @param fit the training options
 * @param forms the form in which each label is fed
 * @param augmenter augments the batches; null for no augmentation
 */
record SampledData(Dataset data, Fit fit, List<LabelForm> forms, @Nullable Augmenter augmenter)
    implements TrainingData {

  @Override
  public TrainingPlan plan(long seed) {
    Long orderSeed = fit.sampleOptions().seed();
    int batchSize = fit.epochOptions().batchSize();
    Integer steps = fit.epochOptions().stepsPerEpoch();
    return new TrainingPlan(
        seed,
        orderSeed != null ? orderSeed : seed,
        fit.sampleOptions().shuffle(),
        data.size(),
        batchSize,
        steps != null ? steps : BatchPrefetcher.steps(data.size(), batchSize),
        fit.sampleOptions().changes());
  }

  @Override
  @MustBeClosed
  public Batches batches(TrainingPlan plan, int epoch, int step) {
    int[] order = samples(plan, epoch, step);
    return new BatchPrefetcher(data, order, plan.batchSize(), forms, augmented(plan, epoch, step));
  }

  /** Augmentation seeded by the step's number in the whole training. */
  private BatchChange augmented(TrainingPlan plan, int epoch, int step) {
    Augmenter changes = augmenter;
    long first = (epoch - 1) * (long) plan.steps() + step;
    return changes == null
        ? BatchChange.NONE
        : (feed, batch) -> changes.augment(feed, first + batch);
  }

  /** The samples of the epoch's remaining steps. */
  private int[] samples(TrainingPlan plan, int epoch, int step) {
    SampleOrder order = new SampleOrder(plan);
    int[] all;
    if (fit.epochOptions().stepsPerEpoch() == null) {
      all = order.ofPass(epoch);
    } else {
      int samples = Math.multiplyExact(plan.steps(), plan.batchSize());
      all = order.from((epoch - 1) * (long) samples, samples);
    }
    int done = (int) Math.min((long) step * plan.batchSize(), all.length);
    return Arrays.copyOfRange(all, done, all.length);
  }

  @Override
  public void close() {}
}
