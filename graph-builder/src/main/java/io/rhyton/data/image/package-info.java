/**
 * Image files as data sets: folders, decoding, resizing.
 *
 * <p>Public: {@link io.rhyton.data.image.ImageFolder}. A new image file format touches {@code
 * FolderIndex} (its extension), {@code ImageHeader} (its size) and {@code ImageDecoder}.
 */
@NullMarked
package io.rhyton.data.image;

import org.jspecify.annotations.NullMarked;
