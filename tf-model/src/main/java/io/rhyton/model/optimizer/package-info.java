/**
 * Optimizers, their options, their state and slot variables.
 *
 * <p>Public. {@code docs/adding-a-layer.md} lists everything that a new optimizer touches.
 */
@NullMarked
package io.rhyton.model.optimizer;

import org.jspecify.annotations.NullMarked;
