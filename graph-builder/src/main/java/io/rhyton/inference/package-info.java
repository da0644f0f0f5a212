/**
 * Predictions of a model or SavedModel, batch by batch.
 *
 * <p>Public: {@link io.rhyton.inference.Predictor}.
 */
@NullMarked
package io.rhyton.inference;

import org.jspecify.annotations.NullMarked;
