package io.rhyton.callback;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.history.EpochLog;
import io.rhyton.history.MetricDirection;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A metric that is monitored for improvement.
 *
 * <p>Source: {@code keras/src/callbacks/monitor_callback.py}, Keras 3.15.
 *
 * @param metric its name, such as {@code val_loss}
 * @param mode which values are better
 * @param minDelta the minimum change that counts as an improvement, at least 0
 */
public record Monitor(String metric, Mode mode, double minDelta) {

  /** Which values are better. */
  public enum Mode {
    /** Inferred from the name of the metric: lower losses and errors, higher accuracies. */
    AUTO,
    /** Lower ones. */
    MIN,
    /** Higher ones. */
    MAX
  }

  /**
   * Creates a monitor.
   *
   * @throws IllegalArgumentException if {@code minDelta} is negative
   */
  public Monitor {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(mode, "mode");
    Arguments.requireNotNegative("minDelta", minDelta);
  }

  /** Any improvement of a metric; its direction is inferred from its name. */
  public static Monitor of(String metric) {
    Objects.requireNonNull(metric, "metric");
    return new Monitor(metric, Mode.AUTO, 0);
  }

  /** Sets which values are better; inferred from the name by default. */
  public Monitor mode(Mode mode) {
    Objects.requireNonNull(mode, "mode");
    return new Monitor(metric, mode, minDelta);
  }

  /** Sets the minimum change that counts as an improvement, at least 0; 0 by default. */
  public Monitor minDelta(double minDelta) {
    return new Monitor(metric, mode, minDelta);
  }

  /**
   * Checks that a training reports the metric, before it begins.
   *
   * @param who the caller's name, for the message
   * @throws IllegalArgumentException if it does not, or if the direction cannot be inferred from
   *     the name
   */
  public void requireReportedBy(Training training, String who) {
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(who, "who");
    if (!training.metrics().contains(metric)) {
      throw new IllegalArgumentException(
          MessageText.line(who)
              + ": monitor must be one of "
              + MessageText.list(training.metrics())
              + ", got "
              + MessageText.name(metric));
    }
    if (mode == Mode.AUTO && MetricDirection.of(metric) == MetricDirection.UNKNOWN) {
      throw new IllegalArgumentException(
          MessageText.line(who)
              + ": mode must be MIN or MAX for "
              + MessageText.name(metric)
              + ", whose direction cannot be inferred, got AUTO");
    }
  }

  /** The metric's value in an epoch; empty if the epoch was not validated. */
  public OptionalDouble valueIn(EpochLog log) {
    Objects.requireNonNull(log, "log");
    return valueIn(log.scores().values());
  }

  /** The metric's value among scores by name; empty if it is missing. */
  public OptionalDouble valueIn(Map<String, Double> scores) {
    Arguments.requireNoNulls("scores", scores);
    Double value = scores.get(metric);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * Whether a value improves on the best so far by more than {@code minDelta}. The first value,
   * with {@code best} null, always does; later a NaN never does.
   */
  public boolean improves(double value, @Nullable Double best) {
    if (best == null) {
      return true;
    }
    return isLower() ? value + minDelta < best : value - minDelta > best;
  }

  private boolean isLower() {
    return mode == Mode.MIN
        || (mode == Mode.AUTO && MetricDirection.of(metric) == MetricDirection.DOWN);
  }
}
