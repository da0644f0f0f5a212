package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.batch.Batches;
import io.rhyton.batch.TrainingPlan;

/** Where a training takes its batches from. */
interface TrainingData extends AutoCloseable {

  /**
   * What the training takes its steps by.
   *
   * @param seed the model's
   */
  TrainingPlan plan(long seed);

  /** The batches of an epoch from a step on, of which so many are done. */
  @MustBeClosed
  Batches batches(TrainingPlan plan, int epoch, int step);

  @Override
  void close();
}
