package io.rhyton.checkpoint;

import io.rhyton.error.Arguments;
import io.rhyton.execution.ModelValues;
import io.rhyton.history.CallbackState;
import io.rhyton.history.EpochLog;
import io.rhyton.history.Scores;
import io.rhyton.history.TrainingPlan;
import io.rhyton.history.TrainingState;
import io.rhyton.model.weight.Weights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The part of a backup that is stored as JSON; the components are its keys.
 *
 * @param format 2, described here; 1 lacks the augmentation
 * @param weights the names of the weights, in the order of their indices
 * @param slots the names of the slot variables, in the order of their indices
 */
record BackupText(
    int format,
    TrainingPlan plan,
    int epoch,
    int step,
    TrainingState.MetricTotals tally,
    List<Epoch> epochs,
    @Nullable String stopped,
    List<CallbackValues> callbacks,
    long iteration,
    @Nullable Float learningRate,
    List<String> weights,
    List<String> slots) {
  private static final int FORMAT = 2;

  /** A completed epoch. */
  record Epoch(int epoch, Map<String, Double> scores, long nanoseconds) {}

  /**
   * The state of a callback.
   *
   * @param weights the names of the weights that it stores; null if it stores none
   */
  record CallbackValues(Map<String, Double> numbers, @Nullable List<String> weights) {}

  BackupText {
    if (format < 1 || format > FORMAT) {
      throw new IllegalArgumentException(
          "expected a backup of format 1 to " + FORMAT + ", got " + format);
    }
    epochs = Arguments.copyOf("epochs", epochs);
    callbacks = Arguments.copyOf("callbacks", callbacks);
    weights = Arguments.copyOf("weights", weights);
    slots = Arguments.copyOf("slots", slots);
  }

  static BackupText of(TrainingState state, ModelValues values) {
    return new BackupText(
        FORMAT,
        state.plan(),
        state.epoch(),
        state.step(),
        state.metricTotals(),
        state.epochs().stream()
            .map(log -> new Epoch(log.epoch(), log.scores().values(), log.duration().toNanos()))
            .toList(),
        state.stopReason(),
        state.callbacks().stream().map(BackupText::counted).toList(),
        values.iteration(),
        values.learningRate(),
        values.weightNames(),
        values.slotNames());
  }

  private static CallbackValues counted(CallbackState state) {
    Weights kept = state.weights();
    return new CallbackValues(state.numbers(), kept == null ? null : kept.names());
  }

  /** Returns the names of the weights that a callback stores. */
  List<String> kept(int callback) {
    List<String> names = callbacks.get(callback).weights();
    return names == null ? List.of() : names;
  }

  /**
   * Returns the saved state.
   *
   * @param kept the weights that a callback stores, by its index
   */
  TrainingState state(IntFunction<Weights> kept) {
    List<CallbackState> states = new ArrayList<>();
    for (int i = 0; i < callbacks.size(); i++) {
      CallbackValues counted = callbacks.get(i);
      states.add(
          new CallbackState(counted.numbers(), counted.weights() == null ? null : kept.apply(i)));
    }
    return new TrainingState(
        plan,
        epoch,
        step,
        tally,
        epochs.stream()
            .map(
                log ->
                    new EpochLog(
                        log.epoch(), new Scores(log.scores()), Duration.ofNanos(log.nanoseconds())))
            .toList(),
        stopped,
        states);
  }
}
