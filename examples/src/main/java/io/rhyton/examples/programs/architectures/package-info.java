/**
 * Networks for small square images, to copy from: well-known architectures, one class each, and the
 * four simple ones of {@link io.rhyton.examples.programs.architectures.Networks}.
 *
 * <p>The architectures are built block by block from {@link io.rhyton.model.Node}s. A new one is a
 * class with a static method {@code spec}.
 */
@NullMarked
package io.rhyton.examples.programs.architectures;

import org.jspecify.annotations.NullMarked;
