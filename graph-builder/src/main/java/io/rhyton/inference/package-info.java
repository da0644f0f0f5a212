/**
 * Prediction: {@link io.rhyton.inference.Predictor}, which trained models, models opened for
 * prediction and SavedModels implement.
 */
@NullMarked
package io.rhyton.inference;

import org.jspecify.annotations.NullMarked;
