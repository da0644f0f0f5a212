package io.rhyton.callback;

import io.rhyton.history.EpochLog;
import java.util.List;

/**
 * Sets the learning rate at the beginning of each epoch, and logs it as {@code learning_rate}. A
 * rate that is a function of the step is a {@link io.rhyton.model.schedule.LearningRate} of the
 * optimizer instead.
 *
 * <p>Source: {@code keras/src/callbacks/learning_rate_scheduler.py}, Keras 3.15.
 */
public final class LearningRateScheduler implements Callback {
  static final String LEARNING_RATE = "learning_rate";

  private final Schedule schedule;

  /** What the learning rate of an epoch is. */
  @FunctionalInterface
  public interface Schedule {

    /**
     * Returns the learning rate of an epoch.
     *
     * @param epoch the epochs that ended before it, which is its number counted from 0 as in Keras
     * @param learningRate that of the epoch before
     */
    double apply(int epoch, double learningRate);
  }

  private LearningRateScheduler(Schedule schedule) {
    this.schedule = schedule;
  }

  /** By a function of the epoch, counted from 0, and the rate so far. */
  public static LearningRateScheduler of(Schedule schedule) {
    return new LearningRateScheduler(schedule);
  }

  @Override
  public List<String> logs() {
    return List.of(LEARNING_RATE);
  }

  /**
   * Sets the rate.
   *
   * @throws IllegalArgumentException if the function returns less than 0 or NaN
   * @throws IllegalStateException if a schedule of the optimizer gives the learning rate
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
