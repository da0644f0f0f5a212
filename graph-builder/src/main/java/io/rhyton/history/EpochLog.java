package io.rhyton.history;

import io.rhyton.error.Arguments;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * The results of one training epoch.
 *
 * @param epoch the epoch, from 1
 * @param scores {@code loss} and the metrics over the training data, and with validation the same
 *     over the validation data, as {@code val_loss} and so on
 * @param duration its duration, validation included
 */
public record EpochLog(int epoch, Scores scores, Duration duration) {
  public EpochLog {
    Objects.requireNonNull(scores, "scores");
    Objects.requireNonNull(duration, "duration");
    Arguments.requirePositive("epoch", epoch);
  }

  /** One line: {@code Epoch 3 - 1.2s - loss: 0.6123 - accuracy: 0.7900}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "Epoch %d - %.1fs - %s", epoch, duration.toMillis() / 1000.0, scores);
  }
}
