package io.rhyton.examples.programs.architectures;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Conv2DTranspose;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.shape.Image;

/**
 * A small U-Net for semantic segmentation: an encoder that downsamples to a quarter of the size and
 * a decoder that upsamples again, with a skip connection at each size.
 *
 * <p>Source: Ronneberger et al., "U-Net: Convolutional Networks for Biomedical Image Segmentation",
 * MICCAI 2015, with two downsampling steps instead of four, padding and batch normalization.
 */
public final class UNet {
  private UNet() {}

  /**
   * Returns the network, with 0.12 million parameters.
   *
   * @param classes number of classes per pixel
   */
  public static ModelSpec spec(int classes) {
    Node<Image> image = Functional.image(32, 32, 3);
    Node<Image> whole = convolveTwice(image, 16);
    Node<Image> half = convolveTwice(whole.then(MaxPooling2D.of(2)), 32);
    Node<Image> quarter = convolveTwice(half.then(MaxPooling2D.of(2)), 64);
    Node<Image> halfAgain = convolveTwice(Concatenate.of(half, upsample(quarter, 32)), 32);
    Node<Image> wholeAgain = convolveTwice(Concatenate.of(whole, upsample(halfAgain, 16)), 16);
    return Functional.build(
        "unet", image, wholeAgain.then(Conv2D.of(classes, 1).activation(SOFTMAX)));
  }

  private static Node<Image> convolveTwice(Node<Image> x, int filters) {
    return convolve(convolve(x, filters), filters);
  }

  private static Node<Image> convolve(Node<Image> x, int filters) {
    return x.then(Conv2D.of(filters, 3).padding(SAME).useBias(false))
        .then(BatchNormalization.of())
        .then(ReLU.of());
  }

  private static Node<Image> upsample(Node<Image> x, int filters) {
    return x.then(Conv2DTranspose.of(filters, 2).strides(2).activation(RELU));
  }
}
