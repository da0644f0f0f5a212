/**
 * Networks that people know, for small square images, one class each: to copy from.
 *
 * <p>Each is built of {@link io.rhyton.model.Node}s, block by block. A new one is a class with a
 * method {@code spec}.
 */
@NullMarked
package io.rhyton.examples.programs.architectures;

import org.jspecify.annotations.NullMarked;
