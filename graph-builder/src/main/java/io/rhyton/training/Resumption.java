package io.rhyton.training;

import io.rhyton.history.TrainingState;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;

/**
 * Where a training goes on.
 *
 * @param state how far it had come
 * @param weights its weights
 * @param optimizer the state of its optimizer
 */
record Resumption(TrainingState state, Weights weights, OptimizerState optimizer) {}
