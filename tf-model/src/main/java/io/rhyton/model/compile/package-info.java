/**
 * How a model is compiled: the optimizer, and the loss, loss weight and metrics of each output.
 *
 * <p>Public. Options of a single call of {@code fit}, such as epochs, are in {@code
 * io.rhyton.training.fit}.
 */
@NullMarked
package io.rhyton.model.compile;

import org.jspecify.annotations.NullMarked;
