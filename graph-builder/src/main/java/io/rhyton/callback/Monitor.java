package io.rhyton.callback;

import io.rhyton.error.Arguments;
import io.rhyton.history.EpochLog;
import io.rhyton.history.MetricDirection;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A metric that is watched for getting better.
 *
 * <p>Source: {@code keras/src/callbacks/monitor_callback.py}, Keras 3.15.
 *
 * @param metric its name, such as {@code val_loss}
 * @param mode which values are better
 * @param minDelta by how much a value must be better than the best to count, at least 0
 */
public record Monitor(String metric, Mode mode, double minDelta) {

  /** Which values are better. */
  public enum Mode {
    /** As the name of the metric tells: lower losses and errors, higher accuracies. */
    AUTO,
    /** Lower ones. */
    MIN,
    /** Higher ones. */
    MAX
  }

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if {@code minDelta} is below 0
   */
  public Monitor {
    Arguments.requireNotNegative("minDelta", minDelta);
  }

  /** Any improvement of a metric, whose name tells the direction. */
  public static Monitor of(String metric) {
    return new Monitor(metric, Mode.AUTO, 0);
  }

  /** Sets which values are better; as the name tells unless set. */
  public Monitor mode(Mode mode) {
    return new Monitor(metric, mode, minDelta);
  }

  /** Sets by how much a value must be better to count, at least 0; 0 unless set. */
  public Monitor minDelta(double minDelta) {
    return new Monitor(metric, mode, minDelta);
  }

  /**
   * Checks that a training has the metric, before it begins.
   *
   * @param who who asks, for the message
   * @throws IllegalArgumentException if it has not, or if the name does not tell what is better
   */
  public void requireIn(Training training, String who) {
    if (!training.metrics().contains(metric)) {
      throw new IllegalArgumentException(
          who + ": monitor must be one of " + training.metrics() + ", got '" + metric + "'");
    }
    if (mode == Mode.AUTO && MetricDirection.of(metric) == MetricDirection.UNKNOWN) {
      throw new IllegalArgumentException(
          who
              + ": mode must be MIN or MAX for '"
              + metric
              + "', whose name does not tell, got AUTO");
    }
  }

  /** The metric's value in an epoch; none if the epoch was not validated. */
  public OptionalDouble in(EpochLog log) {
    return in(log.scores().values());
  }

  /** The metric's value among scores by their names; none if it is not there. */
  public OptionalDouble in(Map<String, Double> scores) {
    Double value = scores.get(metric);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * Whether a value is better than the best so far, by {@code minDelta} or more; everything is
   * better than nothing, and NaN is better than nothing else.
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
