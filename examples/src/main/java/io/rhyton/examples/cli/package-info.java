/**
 * The command line {@link io.rhyton.examples.cli.Rhyton}, and its commands that work on the files
 * of models and runs.
 *
 * <p>The other commands are the programs in {@code io.rhyton.examples.programs} and the benchmark.
 * A new command is a class with picocli's {@code @Command} that is listed among the subcommands of
 * {@code Rhyton}.
 */
@NullMarked
package io.rhyton.examples.cli;

import org.jspecify.annotations.NullMarked;
