/**
 * The record of a training run: the scores of each epoch, learning curves, and the state from which
 * it can be resumed.
 *
 * <p>Public: {@link io.rhyton.history.History}, {@link io.rhyton.history.LearningCurves}. Anything
 * that is computed from the scores of past epochs belongs here.
 */
@NullMarked
package io.rhyton.history;

import org.jspecify.annotations.NullMarked;
