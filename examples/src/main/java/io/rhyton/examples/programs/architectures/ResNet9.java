package io.rhyton.examples.programs.architectures;

import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.layer.FlipMode.HORIZONTAL;
import static io.rhyton.model.layer.Interpolation.NEAREST;
import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.GlobalMaxPooling2D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.RandomFlip;
import io.rhyton.model.layer.RandomTranslation;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.weight.L2;

/**
 * A wide, shallow residual network for square RGB images that trains fast, with random flips and
 * shifts of the images.
 *
 * <p>Source: Page, "How to Train Your ResNet", 2018, at half its width.
 */
public final class ResNet9 {
  private ResNet9() {}

  /**
   * Returns the network, with 1.6 million parameters for ten classes.
   *
   * @param side height and width of the images in pixels, at least 8
   * @param classes number of classes
   */
  public static ModelSpec spec(int side, int classes) {
    Node<Image> image = Functional.image(side, side, 3);
    // NEAREST shifts by whole pixels: fractions would blur the images, but only in training.
    Node<Image> x =
        image
            .then(RandomFlip.of(HORIZONTAL))
            .then(RandomTranslation.of(0.125, 0.125).interpolation(NEAREST));
    x = convolve(x, 32);
    x = convolve(x, 64).then(MaxPooling2D.of(2));
    x = Add.of(x, convolve(convolve(x, 64), 64));
    x = convolve(x, 128).then(MaxPooling2D.of(2));
    x = convolve(x, 256).then(MaxPooling2D.of(2));
    x = Add.of(x, convolve(convolve(x, 256), 256));
    Node<FeatureVector> logits = x.then(GlobalMaxPooling2D.of()).then(Dense.of(classes));
    Node<FeatureVector> probabilities =
        logits.then(Rescaling.of(0.125)).then(Activation.of(SOFTMAX));
    return Functional.build("resnet9", image, probabilities);
  }

  private static Node<Image> convolve(Node<Image> x, int filters) {
    return x.then(
            Conv2D.of(filters, 3).padding(SAME).useBias(false).kernelRegularizer(L2.of(2.5e-4)))
        .then(BatchNormalization.of())
        .then(ReLU.of());
  }
}
