package io.rhyton.callback;

import io.rhyton.history.Scores;
import java.time.Duration;
import java.util.function.Supplier;

/** Ends training after the step in which a time is up; its epoch is scored as far as it came. */
public final class TimeLimit implements Callback {
  private final Duration limit;
  private long start;

  private TimeLimit(Duration limit) {
    this.limit = limit;
  }

  /**
   * From the beginning of the training on.
   *
   * @throws IllegalArgumentException if the time is not above 0
   */
  public static TimeLimit of(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("limit must be above 0, got " + limit);
    }
    return new TimeLimit(limit);
  }

  @Override
  public void onTrainBegin(Training training) {
    start = System.nanoTime();
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
    if (System.nanoTime() - start >= limit.toNanos()) {
      training.stop("the time of " + limit.toSeconds() + " s is up");
    }
  }
}
