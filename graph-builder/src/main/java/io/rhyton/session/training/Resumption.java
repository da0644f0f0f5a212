package io.rhyton.session.training;

import io.rhyton.history.TrainingState;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;

/**
 * The point from which a training is resumed.
 *
 * @param state the training state
 * @param weights the weights
 * @param optimizer the optimizer state
 */
record Resumption(TrainingState state, Weights weights, OptimizerState optimizer) {}
