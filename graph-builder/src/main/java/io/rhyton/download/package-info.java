/**
 * Downloads of published files into the cache: resumable, and checked by their checksums.
 *
 * <p>Internal: exported to {@code io.rhyton.savedmodel} only.
 */
@NullMarked
package io.rhyton.download;

import org.jspecify.annotations.NullMarked;
