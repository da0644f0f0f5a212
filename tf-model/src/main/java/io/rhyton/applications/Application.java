package io.rhyton.applications;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.shape.Sizes;
import java.util.Objects;

/**
 * A builder of one of Keras's applications. Immutable: each method returns a changed copy.
 *
 * <pre>{@code
 * ModelSpec classifier = Applications.efficientNetB0().classes(10).build();
 * }</pre>
 *
 * <p>The defaults are Keras's, except that the weights are random, see {@link #weights}.
 *
 * <p>Source: {@code keras/src/applications}, Keras 3.15.
 *
 * @param <A> the type of the application
 */
public sealed interface Application<A extends Application<A>>
    permits ConvNeXt,
        DenseNet,
        EfficientNet,
        EfficientNetV2,
        InceptionV3,
        MobileNet,
        MobileNetV2,
        MobileNetV3,
        ResNet,
        ResNetV2,
        VGG,
        Xception {

  /** The options that all applications have. */
  ApplicationOptions options();

  /** Sets the options that all applications have. */
  A options(ApplicationOptions options);

  /**
   * Sets the shape of an image. By default that of the images which the published weights were
   * trained on; without the classifier any size, and 3 channels.
   *
   * @param height height in pixels, or {@link Sizes#ANY}
   * @param width width in pixels, or {@link Sizes#ANY}
   * @param channels the number of channels, 3 for RGB
   */
  default A inputShape(int height, int width, int channels) {
    return options(options().inputShape(new InputShape(height, width, channels)));
  }

  /** Sets whether the model ends with its classifier; defaults to true. */
  default A includeTop(boolean includeTop) {
    return options(options().includeTop(includeTop));
  }

  /**
   * Sets the weights that the model is built for; defaults to {@link ApplicationWeights#NONE}. With
   * those of ImageNet, {@link #build} checks that they fit; {@code ImageNetWeights.load} loads
   * them.
   */
  default A weights(ApplicationWeights weights) {
    return options(options().weights(weights));
  }

  /** Sets how a model without its classifier ends; defaults to {@link Pooling#NONE}. */
  default A pooling(Pooling pooling) {
    return options(options().pooling(pooling));
  }

  /** Sets the number of classes, at least 1; defaults to 1,000, those of ImageNet. */
  default A classes(int classes) {
    return options(options().classes(classes));
  }

  /**
   * Sets the activation function of the classifier; defaults to {@link ActivationFunction#SOFTMAX}.
   */
  default A classifierActivation(ActivationFunction classifierActivation) {
    return options(options().classifierActivation(classifierActivation));
  }

  /** Sets the name of the model; defaults to Keras's. */
  default A name(String name) {
    Objects.requireNonNull(name, "name");
    return options(options().name(name));
  }

  /**
   * Builds the model.
   *
   * @throws IllegalArgumentException if the input shape or the number of classes does not fit the
   *     application, or the weights that it is built for
   */
  ModelSpec build();

  /** Returns how pixel values are transformed for the published weights. */
  PreprocessingMode preprocessingMode();

  /**
   * Returns pixel values transformed for the published weights: Keras's {@code preprocess_input}.
   *
   * @param pixels values from 0 to 255 of one or more RGB images, channels last
   */
  default float[] preprocessInput(float[] pixels) {
    Objects.requireNonNull(pixels, "pixels");
    return preprocessingMode().preprocess(pixels);
  }

  /**
   * Returns the file of weights of ImageNet that Keras publishes for these options.
   *
   * @throws IllegalArgumentException if there is none
   */
  PretrainedFile imageNetFile();
}
