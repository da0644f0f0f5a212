package io.rhyton.history;

import io.rhyton.batch.TrainingPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a training has come; with weights and optimizer state, all that it takes to go on as if
 * it had never been killed.
 *
 * @param plan what the training takes its steps by
 * @param epoch the epoch that runs or ended last, from 1
 * @param step the steps done of an epoch that runs; 0 if none runs
 * @param tally what the steps of the epoch measured
 * @param epochs the epochs that ended
 * @param stopped why a callback ended the training; null if none did
 * @param callbacks the state of each callback, in order
 */
@SuppressWarnings("exports") // For Rhyton's own modules.
public record TrainingState(
    TrainingPlan plan,
    int epoch,
    int step,
    TallyState tally,
    List<EpochLog> epochs,
    @Nullable String stopped,
    List<CallbackState> callbacks) {

  /** Copies the lists. */
  public TrainingState {
    epochs = List.copyOf(epochs);
    callbacks = List.copyOf(callbacks);
  }

  /**
   * What an epoch has measured so far.
   *
   * @param sums of the losses and metrics
   * @param samples how many were measured
   */
  public record TallyState(List<Double> sums, long samples) {
    /** Copies the list. */
    public TallyState {
      sums = List.copyOf(sums);
    }
  }
}
