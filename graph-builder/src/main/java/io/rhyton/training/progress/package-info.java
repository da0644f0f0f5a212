/**
 * Progress bars of training, evaluation and downloads.
 *
 * <p>Public: {@link io.rhyton.training.progress.Progress} is an option of training. A new way to
 * show progress is a {@code ProgressDisplay}.
 */
@NullMarked
package io.rhyton.training.progress;

import org.jspecify.annotations.NullMarked;
