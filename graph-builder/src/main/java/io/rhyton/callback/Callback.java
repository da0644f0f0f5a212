package io.rhyton.callback;

import io.rhyton.history.CallbackState;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.training.Fit;
import java.util.List;
import java.util.function.Supplier;

/**
 * Watches a training and steps in, with the names of Keras's methods. All are called by the thread
 * that trains, callback after callback in the order in which {@link Fit#callbacks} was given them.
 *
 * <p>What a method throws ends the training and is thrown by {@code fit}; the model then holds the
 * weights of the last step. One callback watches one training at a time.
 *
 * <p>Source: {@code keras/src/callbacks/callback.py}, Keras 3.15.
 */
public interface Callback {

  /** Training begins; the first epoch has not. */
  default void onTrainBegin(Training training) {}

  /** An epoch begins, that of {@link Training#epoch}. */
  default void onEpochBegin(Training training) {}

  /**
   * A step ended.
   *
   * @param training what runs
   * @param step its number in the epoch, from 1
   * @param running the scores over the epoch so far; computed when asked for
   */
  default void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {}

  /**
   * An epoch ended.
   *
   * @param training what runs
   * @param log its scores, and what callbacks before this one logged
   */
  default void onEpochEnd(Training training, EpochLog log) {}

  /**
   * Training ended, and not by an error.
   *
   * @param training what ran
   * @param history the epochs that ended
   */
  default void onTrainEnd(Training training, History history) {}

  /**
   * A step is over, or an epoch, and so is all that callbacks do about it: what {@link
   * Training#state} tells now is whole.
   */
  default void onProgress(Training training) {}

  /** Training is over, by its end or by an error; called last. */
  default void onTrainExit(Training training) {}

  /** What it has found out in the training so far; nothing unless said. */
  default CallbackState state() {
    return CallbackState.NONE;
  }

  /**
   * Takes back what {@link #state} told, in a training that goes on where another was killed; is
   * called after {@link #onTrainBegin}.
   */
  default void restore(Training training, CallbackState state) {}

  /**
   * The names under which it {@linkplain Training#log logs} values of its own; none unless said.
   */
  default List<String> logs() {
    return List.of();
  }
}
