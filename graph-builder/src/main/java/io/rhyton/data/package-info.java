/**
 * Data for training, evaluation and prediction: a {@link io.rhyton.data.Source} is either a {@link
 * io.rhyton.data.Dataset} of samples or a {@link io.rhyton.data.BatchSource}.
 *
 * <p>A data set provides plain floats, which internal packages convert to tensors; only image
 * decoding depends on TensorFlow, and {@link io.rhyton.data.tfrecord.Example} on its protocol
 * buffers. A new file format is a package beside {@code io.rhyton.data.csv} whose class creates a
 * {@code Dataset}; a published data set belongs in {@code io.rhyton.datasets}. Samples that do not
 * fit in memory are read through {@link io.rhyton.data.LazySamples}, or come from a {@code
 * BatchSource}.
 */
@NullMarked
package io.rhyton.data;

import org.jspecify.annotations.NullMarked;
