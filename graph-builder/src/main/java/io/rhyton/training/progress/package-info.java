/**
 * Progress bars of training, evaluation and downloads.
 *
 * <p>Public: {@link io.rhyton.training.progress.Progress} is an option of training.
 */
@NullMarked
package io.rhyton.training.progress;

import org.jspecify.annotations.NullMarked;
