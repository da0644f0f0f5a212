/**
 * Programs to copy from: {@link io.rhyton.examples.programs.TrainCifar10} here, with the options
 * and data that the programs share, and the others in the packages below, by topic.
 *
 * <p>Each program is a command of {@code rhyton}: it parses its options and calls its static {@code
 * run}, which tests call as well.
 */
@NullMarked
package io.rhyton.examples.programs;

import org.jspecify.annotations.NullMarked;
