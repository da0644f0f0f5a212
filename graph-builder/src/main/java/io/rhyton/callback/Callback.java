package io.rhyton.callback;

import io.rhyton.history.CallbackState;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import java.util.List;
import java.util.function.Supplier;

/**
 * Hooks into a training run, with Keras's method names. All methods are called on the training
 * thread, for each callback in the order given to {@code Fit.callbacks}.
 *
 * <p>Epochs and steps are counted from 1, as the progress bar does; Keras's callbacks get them from
 * 0.
 *
 * <p>An exception thrown by a method ends the training and is rethrown by {@code fit}; the model
 * then holds the weights of the last step. A callback takes part in one training run at a time.
 *
 * <pre>{@code
 * Callback log = new Callback() {
 *   @Override
 *   public void onEpochEnd(Training training, EpochLog log) {
 *     System.out.println(log);
 *   }
 * };
 * }</pre>
 *
 * <p>Source: {@code keras/src/callbacks/callback.py}, Keras 3.15.
 */
public interface Callback {

  /**
   * Called when training begins, before the first epoch. A callback that throws here refuses the
   * training: existing files should not be changed before {@link #onEpochBegin} or {@link
   * #restore}.
   */
  default void onTrainBegin(Training training) {}

  /** Called when an epoch begins; its number is {@link Training#epoch}. */
  default void onEpochBegin(Training training) {}

  /**
   * Called when a training step has ended.
   *
   * @param training the running training
   * @param step the step in the epoch, from 1
   * @param running the scores over the epoch so far; computed on demand
   */
  default void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {}

  /**
   * Called when an epoch has ended.
   *
   * @param training the running training
   * @param log the epoch's scores, and the values logged by preceding callbacks
   */
  default void onEpochEnd(Training training, EpochLog log) {}

  /**
   * Called when training has ended without an error.
   *
   * @param training the training that has ended
   * @param history the completed epochs
   */
  default void onTrainEnd(Training training, History history) {}

  /**
   * Called after a step or an epoch once all callbacks have handled it: {@link Training#state} is
   * now consistent.
   */
  default void onProgress(Training training) {}

  /** Called last, whether training has ended normally or with an error. */
  default void onTrainExit(Training training) {}

  /** The state of this callback in the training so far; empty by default. */
  default CallbackState state() {
    return CallbackState.NONE;
  }

  /**
   * Restores a {@link #state} when an interrupted training is resumed; called after {@link
   * #onTrainBegin}.
   */
  default void restore(Training training, CallbackState state) {}

  /**
   * The names of the values that this callback itself {@linkplain Training#log logs}; empty by
   * default.
   */
  default List<String> logs() {
    return List.of();
  }
}
