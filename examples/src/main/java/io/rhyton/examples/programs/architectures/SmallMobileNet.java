package io.rhyton.examples.programs.architectures;

import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;

/**
 * A small MobileNet for square RGB images: each block is a depthwise convolution followed by a
 * pointwise one.
 *
 * <p>Source: Howard et al., "MobileNets: Efficient Convolutional Neural Networks for Mobile Vision
 * Applications", 2017, table 1, with fewer blocks and strides for small images.
 */
public final class SmallMobileNet {
  private SmallMobileNet() {}

  /**
   * Returns the network, with 0.2 million parameters for ten classes.
   *
   * @param side height and width of the images in pixels, at least 8
   * @param classes number of classes
   */
  public static ModelSpec spec(int side, int classes) {
    Node<Image> image = Functional.image(side, side, 3);
    Node<Image> x = normalize(image.then(Conv2D.of(32, 3).padding(SAME).useBias(false)));
    x = separable(x, 64, 1);
    x = separable(x, 128, 2);
    x = separable(x, 128, 1);
    x = separable(x, 256, 2);
    x = separable(x, 256, 1);
    x = separable(x, 256, 1);
    Node<FeatureVector> probabilities =
        x.then(GlobalAveragePooling2D.of())
            .then(Dropout.of(0.2))
            .then(Dense.of(classes).activation(SOFTMAX));
    return Functional.build("mobilenet", image, probabilities);
  }

  private static Node<Image> separable(Node<Image> x, int filters, int stride) {
    Node<Image> filtered =
        normalize(x.then(DepthwiseConv2D.of(3).strides(stride).padding(SAME).useBias(false)));
    return normalize(filtered.then(Conv2D.of(filters, 1).useBias(false)));
  }

  private static Node<Image> normalize(Node<Image> x) {
    return x.then(BatchNormalization.of()).then(ReLU.of());
  }
}
