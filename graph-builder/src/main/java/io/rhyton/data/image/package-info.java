/**
 * Image files as data sets: folders, decoding, resizing.
 *
 * <p>Public: {@link io.rhyton.data.image.ImageFolder}. A new file format is a constant of {@code
 * ImageFormat}.
 */
@NullMarked
package io.rhyton.data.image;

import org.jspecify.annotations.NullMarked;
