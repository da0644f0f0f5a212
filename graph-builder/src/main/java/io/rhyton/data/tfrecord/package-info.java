/**
 * TFRecord files of {@code tf.train.Example} as data sets; reading and writing records.
 *
 * <p>Public: {@link io.rhyton.data.tfrecord.TFRecord}. A new kind of input or label is a method
 * there, whose values {@code RecordFeature} reads.
 */
@NullMarked
package io.rhyton.data.tfrecord;

import org.jspecify.annotations.NullMarked;
