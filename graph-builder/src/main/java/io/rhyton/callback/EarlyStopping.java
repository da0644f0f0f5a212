package io.rhyton.callback;

import io.rhyton.error.Arguments;
import io.rhyton.history.CallbackState;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.model.weight.Weights;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Stops training when a monitored metric has stopped improving.
 *
 * <pre>{@code
 * Callback stopping = EarlyStopping.of("val_accuracy").patience(5).restoreBestWeights(true);
 * }</pre>
 *
 * <p>Source: {@code keras/src/callbacks/early_stopping.py}, Keras 3.15.
 */
public final class EarlyStopping implements Callback {
  private final Monitor monitor;
  private final int patience;
  private final @Nullable Double baseline;
  private final boolean restoreBestWeights;
  private final int startFromEpoch;

  private int wait;
  private @Nullable Double best;
  private @Nullable Weights bestWeights;

  private EarlyStopping(
      Monitor monitor,
      int patience,
      @Nullable Double baseline,
      boolean restoreBestWeights,
      int startFromEpoch) {
    this.monitor = monitor;
    this.patience = Arguments.requireNotNegative("patience", patience);
    this.baseline = baseline;
    this.restoreBestWeights = restoreBestWeights;
    this.startFromEpoch = Arguments.requireNotNegative("startFromEpoch", startFromEpoch);
  }

  /** Monitors {@code val_loss}; stops at the first epoch without improvement. */
  public static EarlyStopping of() {
    return of("val_loss");
  }

  /** Monitors a metric; stops at the first epoch without improvement. */
  public static EarlyStopping of(String monitor) {
    Objects.requireNonNull(monitor, "monitor");
    return new EarlyStopping(Monitor.of(monitor), 0, null, false, 0);
  }

  /** Sets the number of epochs without improvement to wait, at least 0; 0 by default. */
  public EarlyStopping patience(int patience) {
    return new EarlyStopping(monitor, patience, baseline, restoreBestWeights, startFromEpoch);
  }

  /** Sets the minimum change that counts as an improvement, at least 0; 0 by default. */
  public EarlyStopping minDelta(double minDelta) {
    return with(monitor.minDelta(minDelta));
  }

  /** Sets which values are better; inferred from the metric's name by default. */
  public EarlyStopping mode(Monitor.Mode mode) {
    Objects.requireNonNull(mode, "mode");
    return with(monitor.mode(mode));
  }

  private EarlyStopping with(Monitor monitor) {
    return new EarlyStopping(monitor, patience, baseline, restoreBestWeights, startFromEpoch);
  }

  /** Sets a baseline that the metric must improve on as well; none by default. */
  public EarlyStopping baseline(double baseline) {
    return new EarlyStopping(monitor, patience, baseline, restoreBestWeights, startFromEpoch);
  }

  /** Sets whether the weights of the best epoch are restored at the end; false by default. */
  public EarlyStopping restoreBestWeights(boolean restoreBestWeights) {
    return new EarlyStopping(monitor, patience, baseline, restoreBestWeights, startFromEpoch);
  }

  /**
   * Sets the number of epochs at the start to ignore, at least 0; 0 by default. With 3, the first
   * one that counts is epoch 4.
   */
  public EarlyStopping startFromEpoch(int startFromEpoch) {
    return new EarlyStopping(monitor, patience, baseline, restoreBestWeights, startFromEpoch);
  }

  /**
   * Resets the state of an earlier training.
   *
   * @throws IllegalArgumentException if the training does not report the metric, or its direction
   *     cannot be inferred from its name
   */
  @Override
  public void onTrainBegin(Training training) {
    monitor.requireReportedBy(training, "EarlyStopping");
    wait = 0;
    best = null;
    bestWeights = null;
  }

  @Override
  public void onEpochEnd(Training training, EpochLog log) {
    OptionalDouble current = monitor.valueIn(log);
    if (current.isEmpty() || log.epoch() <= startFromEpoch) {
      return;
    }
    wait++;
    double value = current.getAsDouble();
    if (monitor.improves(value, best)) {
      best = value;
      if (restoreBestWeights) {
        bestWeights = training.weights();
      }
      if (baseline == null || monitor.improves(value, baseline)) {
        wait = 0;
      }
    } else if (wait >= patience && log.epoch() > 1) {
      training.stop(monitor.metric() + " has not improved on " + best + " for " + epochs(wait));
    }
  }

  @Override
  public CallbackState state() {
    return CallbackState.NONE.with("wait", wait).with("best", best).with(bestWeights);
  }

  @Override
  public void restore(Training training, CallbackState state) {
    wait = state.intNumber("wait");
    best = state.number("best");
    bestWeights = state.weights();
  }

  private static String epochs(int count) {
    return count == 1 ? "1 epoch" : count + " epochs";
  }

  @Override
  public void onTrainEnd(Training training, History history) {
    if (bestWeights != null) {
      training.loadWeights(bestWeights);
    }
  }
}
