/** Files that appear whole or not at all; for Rhyton's own modules. */
@NullMarked
package io.rhyton.file;

import org.jspecify.annotations.NullMarked;
