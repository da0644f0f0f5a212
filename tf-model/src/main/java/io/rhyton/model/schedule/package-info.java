/**
 * Learning rates: constants and Keras's schedules.
 *
 * <p>Public. {@code docs/adding-a-layer.md} lists everything that a new schedule touches.
 */
@NullMarked
package io.rhyton.model.schedule;

import org.jspecify.annotations.NullMarked;
