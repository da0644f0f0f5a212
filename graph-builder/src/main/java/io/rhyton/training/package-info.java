/**
 * Training and using models: {@link io.rhyton.training.Model} owns the native graph and session,
 * {@link io.rhyton.history.History} says how training went.
 *
 * <p>Nothing native is visible here: arrays, {@code NdArray}s and {@link io.rhyton.data.Dataset}s
 * go in and out. New options of {@code fit} belong in {@link io.rhyton.training.Fit}, of the
 * runtime in {@link io.rhyton.execution.Execution}.
 */
@NullMarked
package io.rhyton.training;

import org.jspecify.annotations.NullMarked;
