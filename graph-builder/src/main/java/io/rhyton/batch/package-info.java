/**
 * From data sets to the batches of a step: checks against the model, order of samples, prefetching,
 * augmentation and class weights.
 *
 * <p>Internal. A {@link io.rhyton.batch.DataAdapter} provides the batches of a {@link
 * io.rhyton.data.Source}; what a user calls is in {@code io.rhyton.data}.
 */
@NullMarked
package io.rhyton.batch;

import org.jspecify.annotations.NullMarked;
