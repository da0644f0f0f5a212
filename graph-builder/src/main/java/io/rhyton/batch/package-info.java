/**
 * From data sets to the batches of a step: checks against the model, order of samples, prefetching,
 * augmentation and class weights.
 *
 * <p>Internal: exported to {@code io.rhyton.savedmodel} only. What a user calls is in {@code
 * io.rhyton.data}.
 */
@NullMarked
package io.rhyton.batch;

import org.jspecify.annotations.NullMarked;
