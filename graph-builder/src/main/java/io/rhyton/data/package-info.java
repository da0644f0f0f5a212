/**
 * Data for training, evaluation and prediction: a {@link io.rhyton.data.Source} is either a {@link
 * io.rhyton.data.Dataset} of samples or a {@link io.rhyton.data.BatchSource}.
 *
 * <p>A data set provides plain floats, which internal packages convert to tensors; only image
 * decoding depends on TensorFlow, and {@link io.rhyton.data.tfrecord.Example} on its protocol
 * buffers. A new source of data (a published data set, a folder layout, a file format) is a class
 * here that creates a {@code Dataset}; data that does not fit in memory is implemented as lazily
 * read {@code Samples} or as a {@code BatchSource}.
 */
@NullMarked
package io.rhyton.data;

import org.jspecify.annotations.NullMarked;
