/**
 * Ranks and shapes: what a tensor is, as far as javac can check it, and sizes, padding and
 * intervals.
 *
 * <p>Public. A new rank is a permitted subtype of {@link io.rhyton.model.shape.Rank}; the text of
 * shapes in messages is made by {@code ShapeText}.
 */
@NullMarked
package io.rhyton.model.shape;

import org.jspecify.annotations.NullMarked;
