/**
 * Losses and metrics.
 *
 * <p>Public. A loss that Keras also has as a metric is a {@link
 * io.rhyton.model.objective.LossMetric}. {@code docs/adding-a-layer.md} lists everything that a new
 * loss or metric touches.
 */
@NullMarked
package io.rhyton.model.objective;

import org.jspecify.annotations.NullMarked;
