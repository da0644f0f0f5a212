package io.rhyton.checkpoint;

import io.rhyton.model.training.OptimizerState;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.TrainingState;

/**
 * A snapshot of a training run.
 *
 * @param state its progress
 * @param weights its weights
 * @param optimizer the state of its optimizer
 */
record Backup(TrainingState state, Weights weights, OptimizerState optimizer) {}
