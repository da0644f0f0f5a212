/**
 * Turns data sets into the batches of training steps: checks them against the model, shuffles,
 * prefetches, augments and applies class weights. A {@link io.rhyton.batch.DataAdapter} provides
 * the batches of a {@link io.rhyton.data.Source}.
 *
 * <p>Internal: exported to no other module. The public API for data is {@code io.rhyton.data}.
 */
@NullMarked
package io.rhyton.batch;

import org.jspecify.annotations.NullMarked;
