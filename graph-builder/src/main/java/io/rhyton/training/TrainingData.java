package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.batch.Batches;
import io.rhyton.history.TrainingPlan;

/** The source of a training's batches. */
interface TrainingData extends AutoCloseable {

  /**
   * The plan of the training's steps.
   *
   * @param seed the model's seed
   */
  TrainingPlan plan(long seed);

  /** The remaining batches of an epoch after {@code step} completed steps. */
  @MustBeClosed
  Batches batches(TrainingPlan plan, int epoch, int step);

  @Override
  void close();
}
