/** Reads the values that Keras computed. */
@NullMarked
package io.rhyton.golden.file;

import org.jspecify.annotations.NullMarked;
