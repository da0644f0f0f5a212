package io.rhyton.callback;

import io.rhyton.batch.TrainingPlan;
import io.rhyton.execution.ModelValues;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.history.TrainingState;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A training that runs, as its {@linkplain Callback callbacks} see it. {@link #stop} may be called
 * by any thread, everything else by the one that trains.
 */
public interface Training {

  /** The number of the epoch that runs or ran last, from 1; 0 before the first. */
  int epoch();

  /** The steps done of the epoch that runs; 0 between epochs. */
  int step();

  /** The number of the last epoch that is planned. */
  int epochs();

  /**
   * The names of all that epochs are scored by: what is measured, the same with {@code val_} where
   * there is validation, and what callbacks log.
   */
  List<String> metrics();

  /** What the training takes its steps by. */
  @SuppressWarnings("exports") // For Rhyton's own modules.
  TrainingPlan plan();

  /** The epochs that ended so far. */
  List<EpochLog> ended();

  /** How far the training has come; whole in {@link Callback#onProgress}. */
  TrainingState state();

  /**
   * Goes on where another training of the same plan was, instead of at the first epoch; once all
   * callbacks have been told that the training begins.
   *
   * @param state how far it had come
   * @param weights its weights
   * @param optimizer the state of its optimizer
   * @throws IllegalStateException outside of {@link Callback#onTrainBegin}
   * @throws IllegalArgumentException if the state is that of other callbacks
   */
  void resume(TrainingState state, Weights weights, OptimizerState optimizer);

  /**
   * Adds a value to the scores of the epoch that ends.
   *
   * @throws IllegalStateException outside of {@link Callback#onEpochEnd}
   */
  void log(String name, double value);

  /**
   * The optimizer's learning rate.
   *
   * @throws IllegalStateException if a schedule gives it
   */
  float learningRate();

  /**
   * The learning rate of the next step, whatever gives it; empty if a loaded model does not tell.
   */
  OptionalDouble currentLearningRate();

  /**
   * Sets the optimizer's learning rate, from the next step on.
   *
   * @param learningRate 0 or more
   * @throws IllegalArgumentException if it is not
   * @throws IllegalStateException if a schedule gives it
   */
  void learningRate(double learningRate);

  /** A copy of the weights. */
  Weights weights();

  /**
   * Replaces every weight.
   *
   * @throws io.rhyton.error.SpecException if a weight is missing or has another shape; nothing is
   *     then replaced
   */
  void load(Weights weights);

  /** A copy of the optimizer's state. */
  OptimizerState optimizerState();

  /**
   * Replaces the optimizer's state.
   *
   * @throws io.rhyton.error.SpecException if a slot is missing, has another shape, or is none of
   *     this optimizer's; nothing is then replaced
   */
  void load(OptimizerState state);

  /**
   * Lets a function read weights and optimizer state without copying all at once; for Rhyton's own
   * modules.
   */
  <T> T inspect(Function<ModelValues, T> reader);

  /**
   * Ends the training after the step that runs; its epoch is scored as far as it came. Only the
   * first reason counts.
   *
   * @param reason a few words for {@link History#stopped}, such as {@code early stopping}
   */
  void stop(String reason);
}
