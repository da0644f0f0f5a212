package io.rhyton.applications;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.ActivationFunction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The options that all applications have.
 *
 * @param inputShape the shape of an image; null for the default of the application
 * @param includeTop whether the model ends with its classifier
 * @param weights the weights that the model is built for
 * @param pooling how a model without its classifier ends
 * @param classes the number of classes, at least 1
 * @param classifierActivation the activation function of the classifier
 * @param name the name of the model; null for the default of the application
 */
public record ApplicationOptions(
    @Nullable InputShape inputShape,
    boolean includeTop,
    ApplicationWeights weights,
    Pooling pooling,
    int classes,
    ActivationFunction classifierActivation,
    @Nullable String name) {
  private static final int IMAGENET_CLASSES = 1_000;

  public ApplicationOptions {
    Objects.requireNonNull(weights, "weights");
    Objects.requireNonNull(pooling, "pooling");
    Objects.requireNonNull(classifierActivation, "classifierActivation");
    Arguments.requirePositive("classes", classes);
  }

  /** Creates Keras's default options, except that the weights are random. */
  public static ApplicationOptions of() {
    return new ApplicationOptions(
        null,
        true,
        ApplicationWeights.NONE,
        Pooling.NONE,
        IMAGENET_CLASSES,
        ActivationFunction.SOFTMAX,
        null);
  }

  /** Sets the shape of an image. */
  public ApplicationOptions inputShape(InputShape inputShape) {
    Objects.requireNonNull(inputShape, "inputShape");
    return new ApplicationOptions(
        inputShape, includeTop, weights, pooling, classes, classifierActivation, name);
  }

  /** Sets whether the model ends with its classifier. */
  public ApplicationOptions includeTop(boolean includeTop) {
    return new ApplicationOptions(
        inputShape, includeTop, weights, pooling, classes, classifierActivation, name);
  }

  /** Sets the weights that the model is built for. */
  public ApplicationOptions weights(ApplicationWeights weights) {
    return new ApplicationOptions(
        inputShape, includeTop, weights, pooling, classes, classifierActivation, name);
  }

  /** Sets how a model without its classifier ends. */
  public ApplicationOptions pooling(Pooling pooling) {
    return new ApplicationOptions(
        inputShape, includeTop, weights, pooling, classes, classifierActivation, name);
  }

  /** Sets the number of classes. */
  public ApplicationOptions classes(int classes) {
    return new ApplicationOptions(
        inputShape, includeTop, weights, pooling, classes, classifierActivation, name);
  }

  /** Sets the activation function of the classifier. */
  public ApplicationOptions classifierActivation(ActivationFunction classifierActivation) {
    return new ApplicationOptions(
        inputShape, includeTop, weights, pooling, classes, classifierActivation, name);
  }

  /** Sets the name of the model. */
  public ApplicationOptions name(String name) {
    Objects.requireNonNull(name, "name");
    return new ApplicationOptions(
        inputShape, includeTop, weights, pooling, classes, classifierActivation, name);
  }

  boolean areOfImageNet() {
    return weights == ApplicationWeights.IMAGENET;
  }

  String nameOr(String name) {
    return this.name == null ? name : this.name;
  }

  /**
   * Returns the height of square images if it is one that published weights were trained on.
   *
   * @param sides the heights that published weights were trained on
   * @param otherwise the one for all other images
   */
  int sideAmong(List<Integer> sides, int otherwise) {
    return inputShape != null
            && inputShape.height() == inputShape.width()
            && sides.contains(inputShape.height())
        ? inputShape.height()
        : otherwise;
  }

  /**
   * Checks that the weights of ImageNet fit the classifier.
   *
   * @throws IllegalArgumentException if they do not
   */
  void requireFittingTop() {
    if (!areOfImageNet() || !includeTop) {
      return;
    }
    if (classes != IMAGENET_CLASSES) {
      throw new IllegalArgumentException(
          "classes must be 1000 with the weights of ImageNet and includeTop(true), got " + classes);
    }
    if (classifierActivation != ActivationFunction.SOFTMAX
        && classifierActivation != ActivationFunction.LINEAR) {
      throw new IllegalArgumentException(
          "classifierActivation must be SOFTMAX or LINEAR with the weights of ImageNet, got "
              + classifierActivation);
    }
  }

  /**
   * Returns the shape of the input, the default one if none is set.
   *
   * @param defaultSide default height and width of a model with its classifier
   * @param least the least height and width
   * @throws IllegalArgumentException if the shape does not fit the application, its classifier or
   *     the weights of ImageNet
   */
  InputShape requireInput(int defaultSide, int least) {
    requireFittingTop();
    InputShape usual = InputShape.square(defaultSide);
    if (inputShape == null) {
      return includeTop ? usual : InputShape.ANY_RGB;
    }
    if (areOfImageNet() && includeTop && !inputShape.equals(usual)) {
      throw new IllegalArgumentException(
          "inputShape must be "
              + usual
              + " with the weights of ImageNet and includeTop(true), got "
              + inputShape);
    }
    if (areOfImageNet() && inputShape.channels() != usual.channels()) {
      throw new IllegalArgumentException(
          "inputShape must have 3 channels with the weights of ImageNet, got " + inputShape);
    }
    if (inputShape.isBelow(least)) {
      throw new IllegalArgumentException(
          "inputShape must be at least %d by %d, got %s".formatted(least, least, inputShape));
    }
    if (includeTop && !inputShape.isKnown()) {
      throw new IllegalArgumentException(
          "inputShape must have known sizes with includeTop(true), got " + inputShape);
    }
    return inputShape;
  }
}
