/** Runs the Python half of tests, and exchanges arrays with it. */
@NullMarked
package io.rhyton.python;

import org.jspecify.annotations.NullMarked;
