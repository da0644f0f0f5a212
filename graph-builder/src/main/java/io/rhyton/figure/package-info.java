/**
 * Writes drawings, such as tiles of images, as PNG and SVG files.
 *
 * <p>Internal: exported to no other module.
 */
@NullMarked
package io.rhyton.figure;

import org.jspecify.annotations.NullMarked;
