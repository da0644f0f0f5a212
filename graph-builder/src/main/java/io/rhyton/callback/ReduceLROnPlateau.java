package io.rhyton.callback;

import io.rhyton.error.Arguments;
import io.rhyton.history.CallbackState;
import io.rhyton.history.EpochLog;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Reduces the learning rate when a monitored metric has stopped improving, and logs it as {@code
 * learning_rate}.
 *
 * <p>Source: {@code keras/src/callbacks/reduce_lr_on_plateau.py}, Keras 3.15.
 */
public final class ReduceLROnPlateau implements Callback {
  private final Monitor monitor;
  private final double factor;
  private final int patience;
  private final int cooldown;
  private final double minLr;

  private int wait;
  private int cooling;
  private @Nullable Double best;

  private ReduceLROnPlateau(
      Monitor monitor, double factor, int patience, int cooldown, double minLr) {
    this.monitor = monitor;
    this.factor = Arguments.requireFraction("factor", factor);
    this.patience = Arguments.requireNotNegative("patience", patience);
    this.cooldown = Arguments.requireNotNegative("cooldown", cooldown);
    this.minLr = Arguments.requireNotNegative("minLr", minLr);
  }

  /** Monitors {@code val_loss}; multiplies the learning rate by 0.1 after ten epochs. */
  public static ReduceLROnPlateau of() {
    return of("val_loss");
  }

  /**
   * Monitors a metric; multiplies the rate by 0.1 after ten epochs without improvement by 0.0001.
   */
  public static ReduceLROnPlateau of(String monitor) {
    Objects.requireNonNull(monitor, "monitor");
    return new ReduceLROnPlateau(Monitor.of(monitor).minDelta(1e-4), 0.1, 10, 0, 0);
  }

  /** Sets the factor that the learning rate is multiplied by, in [0, 1); 0.1 by default. */
  public ReduceLROnPlateau factor(double factor) {
    return new ReduceLROnPlateau(monitor, factor, patience, cooldown, minLr);
  }

  /** Sets the number of epochs without improvement to wait, at least 0; 10 by default. */
  public ReduceLROnPlateau patience(int patience) {
    return new ReduceLROnPlateau(monitor, factor, patience, cooldown, minLr);
  }

  /** Sets the number of epochs to pause after a reduction, at least 0; 0 by default. */
  public ReduceLROnPlateau cooldown(int cooldown) {
    return new ReduceLROnPlateau(monitor, factor, patience, cooldown, minLr);
  }

  /** Sets the lower bound of the learning rate, at least 0; 0 by default. */
  public ReduceLROnPlateau minLr(double minLr) {
    return new ReduceLROnPlateau(monitor, factor, patience, cooldown, minLr);
  }

  /** Sets the minimum change that counts as an improvement, at least 0; 0.0001 by default. */
  public ReduceLROnPlateau minDelta(double minDelta) {
    return new ReduceLROnPlateau(monitor.minDelta(minDelta), factor, patience, cooldown, minLr);
  }

  /** Sets which values are better; inferred from the metric's name by default. */
  public ReduceLROnPlateau mode(Monitor.Mode mode) {
    Objects.requireNonNull(mode, "mode");
    return new ReduceLROnPlateau(monitor.mode(mode), factor, patience, cooldown, minLr);
  }

  @Override
  public List<String> logs() {
    return List.of(LearningRateScheduler.LEARNING_RATE);
  }

  /**
   * Resets the state of an earlier training.
   *
   * @throws IllegalArgumentException if the training does not report the metric, or its direction
   *     cannot be inferred from its name
   * @throws IllegalStateException if the optimizer has a learning-rate schedule
   */
  @Override
  public void onTrainBegin(Training training) {
    monitor.requireReportedBy(training, "ReduceLROnPlateau");
    training.learningRate();
    wait = 0;
    cooling = 0;
    best = null;
  }

  @Override
  public void onEpochEnd(Training training, EpochLog log) {
    float rate = training.learningRate();
    training.log(LearningRateScheduler.LEARNING_RATE, rate);
    OptionalDouble current = monitor.valueIn(log);
    if (current.isEmpty()) {
      return;
    }
    if (cooling > 0) {
      cooling--;
      wait = 0;
    }
    double value = current.getAsDouble();
    if (monitor.improves(value, best)) {
      best = value;
      wait = 0;
    } else if (cooling == 0) {
      wait++;
      if (wait >= patience && rate > (float) minLr) {
        training.learningRate(Math.max(rate * factor, minLr));
        cooling = cooldown;
        wait = 0;
      }
    }
  }

  @Override
  public CallbackState state() {
    return CallbackState.NONE.with("wait", wait).with("cooling", cooling).with("best", best);
  }

  @Override
  public void restore(Training training, CallbackState state) {
    wait = state.intNumber("wait");
    cooling = state.intNumber("cooling");
    best = state.number("best");
  }
}
