/**
 * Atomic writing of files, whatever interrupts it.
 *
 * <p>Internal: exported to {@code io.rhyton.savedmodel} only.
 */
@NullMarked
package io.rhyton.file;

import org.jspecify.annotations.NullMarked;
