/**
 * Training, evaluation and prediction: {@link io.rhyton.training.Model} owns the native graph and
 * session, {@link io.rhyton.history.History} holds the scores of a training run.
 *
 * <p>The API exposes nothing native: inputs and outputs are arrays, {@code NdArray}s and {@link
 * io.rhyton.data.Dataset}s. New options of {@code fit} belong in {@link
 * io.rhyton.training.fit.Fit}, runtime options in {@link io.rhyton.execution.Execution}.
 */
@NullMarked
package io.rhyton.training;

import org.jspecify.annotations.NullMarked;
