package io.rhyton.callback;

import io.rhyton.error.Arguments;
import io.rhyton.history.CallbackState;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.model.weight.Weights;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Ends training when a metric has stopped getting better.
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

  /** On {@code val_loss}, at the first epoch without an improvement. */
  public static EarlyStopping of() {
    return of("val_loss");
  }

  /** On a metric, at the first epoch without an improvement. */
  public static EarlyStopping of(String monitor) {
    return new EarlyStopping(Monitor.of(monitor), 0, null, false, 0);
  }

  /** Sets how many epochs may pass without an improvement, at least 0; 0 unless set. */
  public EarlyStopping patience(int patience) {
    return new EarlyStopping(monitor, patience, baseline, restoreBestWeights, startFromEpoch);
  }

  /** Sets by how much the metric must get better to count, at least 0; 0 unless set. */
  public EarlyStopping minDelta(double minDelta) {
    return with(monitor.minDelta(minDelta));
  }

  /** Sets which values are better; as the metric's name tells unless set. */
  public EarlyStopping mode(Monitor.Mode mode) {
    return with(monitor.mode(mode));
  }

  private EarlyStopping with(Monitor monitor) {
    return new EarlyStopping(monitor, patience, baseline, restoreBestWeights, startFromEpoch);
  }

  /** Sets a value that must be beaten too for an epoch to count as better; none unless set. */
  public EarlyStopping baseline(double baseline) {
    return new EarlyStopping(monitor, patience, baseline, restoreBestWeights, startFromEpoch);
  }

  /** Gives the model, at the end, the weights of the best epoch; those of the last unless set. */
  public EarlyStopping restoreBestWeights() {
    return new EarlyStopping(monitor, patience, baseline, true, startFromEpoch);
  }

  /** Sets the epochs at the start that are not looked at; none unless set. */
  public EarlyStopping startFromEpoch(int startFromEpoch) {
    return new EarlyStopping(monitor, patience, baseline, restoreBestWeights, startFromEpoch);
  }

  /**
   * Forgets what an earlier training left.
   *
   * @throws IllegalArgumentException if the training does not measure the metric, or its name does
   *     not tell which values are better
   */
  @Override
  public void onTrainBegin(Training training) {
    monitor.requireIn(training, "EarlyStopping");
    wait = 0;
    best = null;
    bestWeights = null;
  }

  @Override
  public void onEpochEnd(Training training, EpochLog log) {
    OptionalDouble current = monitor.in(log);
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
      training.stop("no better " + monitor.metric() + " than " + best + " for " + epochs(wait));
    }
  }

  @Override
  public CallbackState state() {
    return CallbackState.NONE.with("wait", wait).with("best", best).with(bestWeights);
  }

  @Override
  public void restore(Training training, CallbackState state) {
    wait = state.count("wait");
    best = state.number("best");
    bestWeights = state.weights();
  }

  private static String epochs(int count) {
    return count == 1 ? "1 epoch" : count + " epochs";
  }

  @Override
  public void onTrainEnd(Training training, History history) {
    if (bestWeights != null) {
      training.load(bestWeights);
    }
  }
}
