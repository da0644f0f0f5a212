/**
 * Callbacks for {@link io.rhyton.training.fit.Fit#callbacks}; custom ones implement {@link
 * io.rhyton.callback.Callback}.
 *
 * <p>A new callback is named as in Keras and created by {@code of}; its options are methods that
 * return a modified copy. Its state is reset when training begins. Callbacks that write Keras files
 * belong in {@code io.rhyton.checkpoint}.
 */
@NullMarked
package io.rhyton.callback;

import org.jspecify.annotations.NullMarked;
