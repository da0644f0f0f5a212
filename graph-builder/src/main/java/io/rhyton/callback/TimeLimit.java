package io.rhyton.callback;

import io.rhyton.history.Scores;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/** Stops training after the step in which a time limit is reached; the epoch's scores are kept. */
public final class TimeLimit implements Callback {
  private final Duration limit;
  private long start;

  private TimeLimit(Duration limit) {
    this.limit = limit;
  }

  /**
   * Limits the time from the beginning of the training.
   *
   * @throws IllegalArgumentException if the limit is not positive
   */
  public static TimeLimit of(Duration limit) {
    Objects.requireNonNull(limit, "limit");
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("limit must be positive, got " + limit);
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
      training.stop("time limit of " + limit.toSeconds() + " s reached");
    }
  }
}
