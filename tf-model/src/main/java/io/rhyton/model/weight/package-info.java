/**
 * Weights: their specification ({@link io.rhyton.model.weight.WeightSpec}), initializers ({@link
 * io.rhyton.model.weight.Initializer}), regularizers ({@link io.rhyton.model.weight.Regularizer}),
 * constraints ({@link io.rhyton.model.weight.Constraint}) and values ({@link
 * io.rhyton.model.weight.Weights}).
 *
 * <p>{@code docs/adding-a-layer.md} lists everything that a new initializer, regularizer or
 * constraint touches.
 */
@NullMarked
package io.rhyton.model.weight;

import org.jspecify.annotations.NullMarked;
