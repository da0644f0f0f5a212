/**
 * Ranks as types, which the compiler checks, and value types for sizes, padding and intervals.
 *
 * <p>Public. A new rank is a permitted subtype of {@link io.rhyton.model.shape.Rank}; {@code
 * ShapeText} formats shapes for messages.
 */
@NullMarked
package io.rhyton.model.shape;

import org.jspecify.annotations.NullMarked;
