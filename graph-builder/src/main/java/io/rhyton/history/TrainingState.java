package io.rhyton.history;

import io.rhyton.error.Arguments;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a training. Together with weights and optimizer state, it suffices to resume
 * interrupted training exactly.
 *
 * @param plan the plan of the training's steps
 * @param epoch the current or last epoch, from 1; {@code initialEpoch} before the first
 * @param step the completed steps of the current epoch; 0 between epochs
 * @param metricTotals the losses and metrics accumulated over the steps of the epoch
 * @param epochs the completed epochs
 * @param stopReason why a callback stopped the training; null if none did
 * @param callbacks the state of each callback, in order
 */
public record TrainingState(
    TrainingPlan plan,
    int epoch,
    int step,
    MetricTotals metricTotals,
    List<EpochLog> epochs,
    @Nullable String stopReason,
    List<CallbackState> callbacks) {

  public TrainingState {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(metricTotals, "metricTotals");
    epochs = Arguments.copyOf("epochs", epochs);
    callbacks = Arguments.copyOf("callbacks", callbacks);
  }

  /**
   * The losses and metrics accumulated over an epoch so far.
   *
   * @param sums the sums of the losses and metrics
   * @param samples the number of samples
   */
  public record MetricTotals(List<Double> sums, long samples) {
    public MetricTotals {
      sums = Arguments.copyOf("sums", sums);
    }
  }
}
