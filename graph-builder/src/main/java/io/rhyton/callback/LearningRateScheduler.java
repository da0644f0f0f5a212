package io.rhyton.callback;

import io.rhyton.history.EpochLog;
import java.util.List;
import java.util.Objects;

/**
 * Sets the learning rate at the beginning of each epoch, and logs it as {@code learning_rate}. For
 * a schedule per step, use a {@link io.rhyton.model.schedule.LearningRate} of the optimizer.
 *
 * <p>Source: {@code keras/src/callbacks/learning_rate_scheduler.py}, Keras 3.15.
 */
public final class LearningRateScheduler implements Callback {
  static final String LEARNING_RATE = "learning_rate";

  private final Schedule schedule;

  /** A learning-rate schedule per epoch. */
  @FunctionalInterface
  public interface Schedule {

    /**
     * Returns the learning rate of an epoch.
     *
     * @param epoch the epoch, counted from 0 as in Keras
     * @param learningRate the current learning rate
     */
    double apply(int epoch, double learningRate);
  }

  private LearningRateScheduler(Schedule schedule) {
    this.schedule = schedule;
  }

  /** Applies a function of the epoch, counted from 0, and the current learning rate. */
  public static LearningRateScheduler of(Schedule schedule) {
    Objects.requireNonNull(schedule, "schedule");
    return new LearningRateScheduler(schedule);
  }

  @Override
  public List<String> logs() {
    return List.of(LEARNING_RATE);
  }

  /**
   * Sets the learning rate.
   *
   * @throws IllegalArgumentException if the function returns a negative value or NaN
   * @throws IllegalStateException if the optimizer has a learning-rate schedule
   */
  @Override
  public void onEpochBegin(Training training) {
    training.learningRate(schedule.apply(training.epoch() - 1, training.learningRate()));
  }

  @Override
  public void onEpochEnd(Training training, EpochLog log) {
    training.log(LEARNING_RATE, training.learningRate());
  }
}
