/**
 * How a model is compiled: optimizer, losses, loss weights and metrics of each output.
 *
 * <p>Public. Options of one training run, such as epochs, are in {@code io.rhyton.training}.
 */
@NullMarked
package io.rhyton.model.compile;

import org.jspecify.annotations.NullMarked;
