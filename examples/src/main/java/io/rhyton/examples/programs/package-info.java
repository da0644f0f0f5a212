/**
 * Programs to copy from, one class each, and one command line over them: {@link
 * io.rhyton.examples.Rhyton}.
 *
 * <p>A command parses its options and calls its static {@code run}, which is what a test calls too.
 * A new example is a class with picocli's {@code @Command}, named among the subcommands of {@code
 * Rhyton}. Nothing depends on this package.
 */
@NullMarked
package io.rhyton.examples;

import org.jspecify.annotations.NullMarked;
