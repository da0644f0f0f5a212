/**
 * What a model can predict: {@link io.rhyton.inference.Predictor}, which trained models, opened
 * models and SavedModels implement.
 */
@NullMarked
package io.rhyton.inference;

import org.jspecify.annotations.NullMarked;
