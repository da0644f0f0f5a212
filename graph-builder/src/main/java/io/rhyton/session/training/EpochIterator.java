package io.rhyton.session.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.batch.Augmenter;
import io.rhyton.batch.Batches;
import io.rhyton.batch.DataAdapter;
import io.rhyton.history.TrainingPlan;
import io.rhyton.training.fit.EpochOptions;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.fit.SampleOptions;

/**
 * The training batches, epoch by epoch.
 *
 * <p>Source: {@code keras/src/trainers/epoch_iterator.py}, Keras 3.15.
 *
 * @param data the training data
 * @param fit the training options
 * @param augmenter augments the batches
 */
record EpochIterator(DataAdapter data, Fit fit, Augmenter augmenter) {

  /**
   * The plan of the training's steps.
   *
   * @param seed the model's seed
   */
  TrainingPlan plan(long seed) {
    SampleOptions options = fit.sampleOptions();
    Integer steps = fit.epochOptions().stepsPerEpoch();
    int stepsPerEpoch = steps != null ? steps : data.steps();
    if (data.samples() == 0) {
      return TrainingPlan.ofSource(seed, stepsPerEpoch, augmentation(options));
    }
    Long orderSeed = options.seed();
    return new TrainingPlan(
        seed,
        orderSeed != null ? orderSeed : seed,
        options.shuffle(),
        data.samples(),
        fit.epochOptions().batchSize(),
        stepsPerEpoch,
        augmentation(options));
  }

  private static String augmentation(SampleOptions options) {
    return options.augmentation() == null ? "" : options.augmentation().toString();
  }

  /** Starts to prefetch the remaining batches of an epoch after {@code step} completed steps. */
  @MustBeClosed
  Batches batches(TrainingPlan plan, int epoch, int step) {
    EpochOptions options = fit.epochOptions();
    boolean isPass = options.stepsPerEpoch() == null;
    return data.epoch(
        plan,
        new DataAdapter.Epoch(epoch, options.initialEpoch(), step, isPass),
        augmenter.forTraining(firstDraw(plan, epoch, step)));
  }

  /**
   * The number that seeds the random values of a step: its number since the beginning of training,
   * or, if the length of epochs is unknown, a number unique across epochs.
   */
  private static long firstDraw(TrainingPlan plan, int epoch, int step) {
    long before = epoch - 1L;
    return (plan.steps() == 0 ? before << Integer.SIZE : before * plan.steps()) + step;
  }
}
