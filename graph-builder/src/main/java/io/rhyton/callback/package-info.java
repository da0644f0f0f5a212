/**
 * What watches a training and steps in: give {@link io.rhyton.training.Fit#callbacks} some of
 * these, or {@linkplain io.rhyton.callback.Callback some of your own}.
 *
 * <p>A new one is named as in Keras and made by {@code of}; its options are methods that return a
 * changed copy. What it counts is set back when a training begins.
 */
@NullMarked
package io.rhyton.callback;

import org.jspecify.annotations.NullMarked;
