/**
 * Atomic writing of files.
 *
 * <p>Internal: exported to no other module.
 */
@NullMarked
package io.rhyton.file;

import org.jspecify.annotations.NullMarked;
