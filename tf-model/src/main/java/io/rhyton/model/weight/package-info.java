/**
 * Weights: what a layer asks for ({@link io.rhyton.model.weight.WeightSpec}), how it starts ({@link
 * io.rhyton.model.weight.Initializer}), what it costs ({@link io.rhyton.model.weight.Regularizer})
 * and the numbers themselves ({@link io.rhyton.model.weight.Weights}).
 *
 * <p>A new initializer or regularizer is a record here, a line in its visitor, and the ops that the
 * compiler then asks for in {@code graph-builder}.
 */
@NullMarked
package io.rhyton.model.weight;

import org.jspecify.annotations.NullMarked;
