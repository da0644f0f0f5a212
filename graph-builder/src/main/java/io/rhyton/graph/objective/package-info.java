/**
 * Emits losses, metrics and regularization penalties, and the labels and sample weights that they
 * take.
 *
 * <p>Internal: exported to {@code io.rhyton.savedmodel} only. A new loss is a method of {@code
 * LossOps}, a new metric one of {@code MetricOps}.
 */
@NullMarked
package io.rhyton.graph.objective;

import org.jspecify.annotations.NullMarked;
