/**
 * TFRecord files of {@code tf.train.Example} as data sets; reading and writing records.
 *
 * <p>Public: {@link io.rhyton.data.tfrecord.TFRecord}.
 */
@NullMarked
package io.rhyton.data.tfrecord;

import org.jspecify.annotations.NullMarked;
