/** Runs the Python half of a test, and hands arrays to and fro. */
@NullMarked
package io.rhyton.python;

import org.jspecify.annotations.NullMarked;
