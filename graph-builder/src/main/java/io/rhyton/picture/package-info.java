/**
 * Draws tiles of images into PNG and SVG files.
 *
 * <p>Internal: exported to no other module.
 */
@NullMarked
package io.rhyton.picture;

import org.jspecify.annotations.NullMarked;
