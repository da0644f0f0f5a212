/**
 * Data to train on: {@link io.rhyton.data.Dataset}, and where it comes from.
 *
 * <p>A data set hands out plain floats, and {@link io.rhyton.training} turns them into tensors;
 * only what decodes images knows TensorFlow, and {@link io.rhyton.data.tfrecord.Example} its
 * messages. A new source of data (a published collection, a folder, a file format) is a class here
 * that makes a {@code Dataset}; what does not fit in memory is {@code Samples} that are read when
 * they are asked for, or batches of a {@code BatchSource}.
 */
@NullMarked
package io.rhyton.data;

import org.jspecify.annotations.NullMarked;
