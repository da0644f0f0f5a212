/**
 * Data to train on: {@link io.rhyton.data.Dataset}, and where it comes from.
 *
 * <p>Nothing here knows TensorFlow: a data set hands out plain floats, and {@link
 * io.rhyton.training} turns them into tensors. A new source of data (a published collection, a
 * folder, a file format) is a class here that makes a {@code Dataset}.
 */
@NullMarked
package io.rhyton.data;

import org.jspecify.annotations.NullMarked;
