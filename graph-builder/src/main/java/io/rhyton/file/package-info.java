/** Atomic writing of files. Internal to Rhyton. */
@NullMarked
package io.rhyton.file;

import org.jspecify.annotations.NullMarked;
