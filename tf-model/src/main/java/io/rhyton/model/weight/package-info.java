/**
 * Weights: their specification ({@link io.rhyton.model.weight.WeightSpec}), initializers ({@link
 * io.rhyton.model.weight.Initializer}), regularizers ({@link io.rhyton.model.weight.Regularizer}),
 * constraints ({@link io.rhyton.model.weight.Constraint}) and values ({@link
 * io.rhyton.model.weight.Weights}).
 *
 * <p>To add an initializer, a regularizer or a constraint, write a record here and add a method to
 * its visitor; the compiler then asks for the ops in {@code graph-builder}.
 */
@NullMarked
package io.rhyton.model.weight;

import org.jspecify.annotations.NullMarked;
