package io.rhyton.checkpoint;

import io.rhyton.history.TrainingState;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;

/**
 * A snapshot of a training run.
 *
 * @param state its progress
 * @param weights its weights
 * @param optimizer the state of its optimizer
 */
record Backup(TrainingState state, Weights weights, OptimizerState optimizer) {}
