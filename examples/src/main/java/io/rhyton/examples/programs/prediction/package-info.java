/**
 * Commands on models that others made: {@code inspect}, {@code convert}, {@code java-source} and
 * {@code predict}.
 */
@NullMarked
package io.rhyton.examples.files;

import org.jspecify.annotations.NullMarked;
