/**
 * Classifies images with a trained model: {@link io.rhyton.examples.programs.prediction.Predict}.
 */
@NullMarked
package io.rhyton.examples.programs.prediction;

import org.jspecify.annotations.NullMarked;
