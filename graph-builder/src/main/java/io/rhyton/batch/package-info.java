/**
 * From data sets to the batches of a step: checks against the model, order of samples, prefetching,
 * augmentation and class weights. A {@link io.rhyton.batch.DataAdapter} provides the batches of a
 * {@link io.rhyton.data.Source}.
 *
 * <p>Internal: exported to no other module. What a user calls is in {@code io.rhyton.data}.
 */
@NullMarked
package io.rhyton.batch;

import org.jspecify.annotations.NullMarked;
