/**
 * Weights and class names that Keras publishes for {@link io.rhyton.applications.Applications},
 * downloaded once into the cache: {@code $RHYTON_HOME/models}, or {@code ~/.rhyton/models} if that
 * environment variable is not set.
 *
 * <pre>{@code
 * MobileNetV2 mobileNet = Applications.mobileNetV2().weights(ApplicationWeights.IMAGENET);
 * Weights weights = ImageNetWeights.load(mobileNet);
 * try (Predictor predictor = Model.predictor(mobileNet.build(), weights)) {
 *   float[] pixels = mobileNet.preprocessInput(new float[224 * 224 * 3]);
 *   FloatNdArray predictions = predictor.predict(Dataset.images(224, 224, 3, pixels));
 *   System.out.println(ImageNetClasses.load().decodePredictions(predictions, 5));
 * }
 * }</pre>
 *
 * <p>Public. The addresses and checksums are those of the applications.
 */
@NullMarked
package io.rhyton.pretrained;

import org.jspecify.annotations.NullMarked;
