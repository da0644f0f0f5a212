/** Tests that can run for hours; the commands are in {@code CONTRIBUTING.md}. */
@NullMarked
package io.rhyton.soak;

import org.jspecify.annotations.NullMarked;
