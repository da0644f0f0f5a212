package io.rhyton.history;

import io.rhyton.error.Arguments;
import java.time.Duration;

/**
 * What one epoch of training led to.
 *
 * @param epoch its number, from 1
 * @param scores {@code loss} and the metrics over the training data, and with validation the same
 *     over the validation data as {@code val_loss} and so on
 * @param duration how long it took, validation included
 */
public record EpochLog(int epoch, Scores scores, Duration duration) {
  /** Checks the number. */
  public EpochLog {
    Arguments.requirePositive("epoch", epoch);
  }
}
