package io.rhyton.callback;

import io.rhyton.execution.ModelValues;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.history.TrainingPlan;
import io.rhyton.history.TrainingState;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A running training, as its {@linkplain Callback callbacks} see it. {@link #stop} may be called by
 * any thread, everything else only by the training thread.
 */
public interface Training {

  /** The current or last epoch, from 1; {@code initialEpoch}, usually 0, before the first. */
  int epoch();

  /** The completed steps of the current epoch; 0 between epochs. */
  int step();

  /** The number of the last planned epoch, from 1. */
  int epochs();

  /**
   * The names of all scores of an epoch: losses and metrics, the same with the prefix {@code val_}
   * if there is validation, and the values that callbacks log.
   */
  List<String> metrics();

  /** The plan of the training's steps. */
  TrainingPlan plan();

  /** The completed epochs so far. */
  List<EpochLog> completedEpochs();

  /** The state of the training; consistent in {@link Callback#onProgress}. */
  TrainingState state();

  /**
   * Resumes from the state of another training with the same plan, instead of starting at the first
   * epoch. Takes effect once {@link Callback#onTrainBegin} has been called on all callbacks.
   *
   * @param state the training state to resume from
   * @param weights the weights
   * @param optimizer the optimizer state
   * @throws IllegalStateException outside of {@link Callback#onTrainBegin}
   * @throws IllegalArgumentException if the state is that of other callbacks
   */
  void resume(TrainingState state, Weights weights, OptimizerState optimizer);

  /**
   * Adds a value to the scores of the ending epoch.
   *
   * @throws IllegalStateException outside of {@link Callback#onEpochEnd}
   */
  void log(String name, double value);

  /**
   * The optimizer's learning rate.
   *
   * @throws IllegalStateException if the learning rate follows a schedule
   */
  float learningRate();

  /**
   * The learning rate of the next step, whether constant or from a schedule; empty if a loaded
   * model does not expose it.
   */
  OptionalDouble currentLearningRate();

  /**
   * Sets the optimizer's learning rate from the next step on.
   *
   * @param learningRate the learning rate, at least 0
   * @throws IllegalArgumentException if it is negative or not finite
   * @throws IllegalStateException if the learning rate follows a schedule
   */
  void learningRate(double learningRate);

  /** A copy of the weights. */
  Weights weights();

  /**
   * Loads all weights.
   *
   * @throws io.rhyton.error.SpecException if a weight is missing or has another shape; the model is
   *     then unchanged
   */
  void loadWeights(Weights weights);

  /** A copy of the optimizer state. */
  OptimizerState optimizerState();

  /**
   * Loads the optimizer state.
   *
   * @throws io.rhyton.error.SpecException if a slot variable is missing, has another shape, or does
   *     not belong to this optimizer; the state is then unchanged
   */
  void loadOptimizerState(OptimizerState state);

  /**
   * Calls a function with a view of weights and optimizer state, without copying all of them at
   * once. Internal to Rhyton.
   */
  <T> T inspect(Function<ModelValues, T> reader);

  /**
   * Stops the training after the current step; the scores of its epoch cover the steps so far. Only
   * the first reason is kept.
   *
   * @param reason a few words for {@link History#stopReason}, such as {@code early stopping}
   */
  void stop(String reason);
}
