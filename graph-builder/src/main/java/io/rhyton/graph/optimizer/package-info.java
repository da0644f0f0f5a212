/**
 * Emits gradients, weight updates, learning-rate schedules, loss scaling and constraints.
 *
 * <p>Internal: exported to {@code io.rhyton.savedmodel} only. A new optimizer is a method of {@code
 * UpdateFormula}, a new schedule one of {@code LearningRateOps}.
 */
@NullMarked
package io.rhyton.graph.optimizer;

import org.jspecify.annotations.NullMarked;
