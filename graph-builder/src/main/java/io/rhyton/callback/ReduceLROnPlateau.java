package io.rhyton.callback;

import io.rhyton.error.Arguments;
import io.rhyton.history.CallbackState;
import io.rhyton.history.EpochLog;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Lowers the learning rate when a metric has stopped getting better, and logs {@code
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

  /** On {@code val_loss}: a tenth of the rate after ten epochs. */
  public static ReduceLROnPlateau of() {
    return of("val_loss");
  }

  /** On a metric: a tenth of the rate after ten epochs in which it did not get better by 0.0001. */
  public static ReduceLROnPlateau of(String monitor) {
    return new ReduceLROnPlateau(Monitor.of(monitor).minDelta(1e-4), 0.1, 10, 0, 0);
  }

  /** Sets what the rate is multiplied by, in [0, 1); 0.1 unless set. */
  public ReduceLROnPlateau factor(double factor) {
    return new ReduceLROnPlateau(monitor, factor, patience, cooldown, minLr);
  }

  /** Sets the epochs without an improvement after which the rate falls; 10 unless set. */
  public ReduceLROnPlateau patience(int patience) {
    return new ReduceLROnPlateau(monitor, factor, patience, cooldown, minLr);
  }

  /** Sets the epochs after a fall in which nothing is counted; 0 unless set. */
  public ReduceLROnPlateau cooldown(int cooldown) {
    return new ReduceLROnPlateau(monitor, factor, patience, cooldown, minLr);
  }

  /** Sets the rate below which none is set; 0 unless set. */
  public ReduceLROnPlateau minLr(double minLr) {
    return new ReduceLROnPlateau(monitor, factor, patience, cooldown, minLr);
  }

  /** Sets by how much the metric must get better to count, at least 0; 0.0001 unless set. */
  public ReduceLROnPlateau minDelta(double minDelta) {
    return new ReduceLROnPlateau(monitor.minDelta(minDelta), factor, patience, cooldown, minLr);
  }

  /** Sets which values are better; as the metric's name tells unless set. */
  public ReduceLROnPlateau mode(Monitor.Mode mode) {
    return new ReduceLROnPlateau(monitor.mode(mode), factor, patience, cooldown, minLr);
  }

  @Override
  public List<String> logs() {
    return List.of(LearningRateScheduler.LEARNING_RATE);
  }

  /**
   * Forgets what an earlier training left.
   *
   * @throws IllegalArgumentException if the training does not measure the metric, or its name does
   *     not tell which values are better
   * @throws IllegalStateException if a schedule gives the learning rate
   */
  @Override
  public void onTrainBegin(Training training) {
    monitor.requireIn(training, "ReduceLROnPlateau");
    training.learningRate();
    wait = 0;
    cooling = 0;
    best = null;
  }

  @Override
  public void onEpochEnd(Training training, EpochLog log) {
    float rate = training.learningRate();
    training.log(LearningRateScheduler.LEARNING_RATE, rate);
    OptionalDouble current = monitor.in(log);
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
    wait = state.count("wait");
    cooling = state.count("cooling");
    best = state.number("best");
  }
}
