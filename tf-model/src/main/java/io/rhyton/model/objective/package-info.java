/**
 * Losses and metrics.
 *
 * <p>Public. To add a loss or metric, write its record, name it in the visitor and let the compiler
 * lead the way; what is both in Keras is a {@link io.rhyton.model.objective.LossMetric}.
 */
@NullMarked
package io.rhyton.model.objective;

import org.jspecify.annotations.NullMarked;
