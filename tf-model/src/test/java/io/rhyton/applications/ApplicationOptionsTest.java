package io.rhyton.applications;

import static io.rhyton.applications.ApplicationWeights.IMAGENET;
import static io.rhyton.model.shape.Sizes.ANY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.model.layer.ActivationFunction;
import org.junit.jupiter.api.Test;

class ApplicationOptionsTest {
  private static void assertRefused(Application<?> application, String message) {
    assertThatThrownBy(application::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void theWeightsOfImageNetHaveAThousandClasses() {
    String message =
        "classes must be 1000 with the weights of ImageNet and includeTop(true), got 10";
    assertRefused(Applications.resNet50().weights(IMAGENET).classes(10), message);
    assertRefused(Applications.mobileNetV3Small().weights(IMAGENET).classes(10), message);
    assertThat(
            Applications.resNet50().weights(IMAGENET).classes(10).includeTop(false).build().name())
        .isEqualTo("resnet50");
  }

  @Test
  void theClassifierOfImageNetReturnsProbabilitiesOrLogits() {
    Application<?> application = Applications.vgg16().weights(IMAGENET);
    assertRefused(
        application.classifierActivation(ActivationFunction.SIGMOID),
        "classifierActivation must be SOFTMAX or LINEAR with the weights of ImageNet, got SIGMOID");
    assertThat(application.classifierActivation(ActivationFunction.LINEAR).build().name())
        .isEqualTo("vgg16");
  }

  @Test
  void theClassifierOfImageNetTakesItsOwnSize() {
    assertRefused(
        Applications.xception().weights(IMAGENET).inputShape(224, 224, 3),
        "inputShape must be [299, 299, 3] with the weights of ImageNet and includeTop(true), got"
            + " [224, 224, 3]");
    assertRefused(
        Applications.xception().weights(IMAGENET).includeTop(false).inputShape(224, 224, 1),
        "inputShape must have 3 channels with the weights of ImageNet, got [224, 224, 1]");
  }

  @Test
  void imagesAreLargeEnough() {
    assertRefused(
        Applications.inceptionV3().inputShape(74, 75, 3),
        "inputShape must be at least 75 by 75, got [74, 75, 3]");
    assertRefused(
        Applications.mobileNetV3Large().inputShape(31, 32, 3),
        "inputShape must be at least 32 by 32, got [31, 32, 3]");
  }

  @Test
  void aClassifierTakesImagesOfKnownSize() {
    assertRefused(
        Applications.denseNet121().inputShape(ANY, ANY, 3),
        "inputShape must have known sizes with includeTop(true), got [?, ?, 3]");
  }

  @Test
  void thereAreWeightsOfSomeWidths() {
    assertRefused(
        Applications.mobileNet().weights(IMAGENET).alpha(1.3),
        "alpha must be 0.25, 0.5, 0.75 or 1 with the weights of ImageNet, got 1.3");
    assertRefused(
        Applications.mobileNet().weights(IMAGENET).depthMultiplier(2),
        "depthMultiplier must be 1 with the weights of ImageNet, got 2");
    assertRefused(
        Applications.mobileNetV2().weights(IMAGENET).alpha(0.25),
        "alpha must be one of [0.35, 0.5, 0.75, 1.0, 1.3, 1.4] with the weights of ImageNet, got"
            + " 0.25");
    assertRefused(
        Applications.mobileNetV3Small().weights(IMAGENET).alpha(0.5),
        "alpha must be 0.75 or 1 with the weights of ImageNet, got 0.5");
    assertRefused(
        Applications.mobileNetV3Small().weights(IMAGENET).alpha(0.75).minimalistic(true),
        "alpha must be 1 with the weights of ImageNet, got 0.75");
  }

  @Test
  void numbersAreInRange() {
    assertThatThrownBy(() -> Applications.vgg19().classes(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("classes must be > 0, got 0");
    assertThatThrownBy(() -> Applications.vgg19().inputShape(0, 224, 3))
        .hasMessage("height must be > 0, got 0");
    assertThatThrownBy(() -> Applications.vgg19().inputShape(224, 224, ANY))
        .hasMessage("channels must be > 0, got -1");
    assertThatThrownBy(() -> Applications.mobileNetV2().alpha(0))
        .hasMessage("alpha must be > 0 and finite, got 0.0");
    assertThatThrownBy(() -> Applications.mobileNet().dropout(1))
        .hasMessage("dropout must be >= 0 and < 1, got 1.0");
    assertThatThrownBy(() -> Applications.mobileNet().depthMultiplier(0))
        .hasMessage("depthMultiplier must be > 0, got 0");
    assertThatThrownBy(() -> Applications.mobileNetV3Large().dropoutRate(-1))
        .hasMessage("dropoutRate must be >= 0 and < 1, got -1.0");
  }
}
