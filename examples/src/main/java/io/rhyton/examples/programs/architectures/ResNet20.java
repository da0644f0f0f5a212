package io.rhyton.examples.programs.architectures;

import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.weight.HeNormal;
import io.rhyton.model.weight.L2;

/**
 * ResNet-20 for square RGB images: three stages of three residual blocks, with 16, 32 and 64
 * filters.
 *
 * <p>Source: He et al., "Deep Residual Learning for Image Recognition", CVPR 2016, section 4.2,
 * with a projection shortcut where the size changes (option B).
 */
public final class ResNet20 {
  private static final int BLOCKS = 3;

  private ResNet20() {}

  /** Returns the network for CIFAR-10. */
  public static ModelSpec spec() {
    return spec(32, 10);
  }

  /**
   * Returns the network, with 0.27 million parameters for ten classes.
   *
   * @param side height and width of the images in pixels, at least 8
   * @param classes number of classes
   */
  public static ModelSpec spec(int side, int classes) {
    Node<Image> image = Functional.image(side, side, 3);
    Node<Image> x = convolve(image, 16, 3, 1).then(ReLU.of());
    x = stage(x, 16, 1);
    x = stage(x, 32, 2);
    x = stage(x, 64, 2);
    Node<FeatureVector> probabilities =
        x.then(GlobalAveragePooling2D.of()).then(Dense.of(classes).activation(SOFTMAX));
    return Functional.build("resnet20", image, probabilities);
  }

  /** Blocks with feature maps of one size; the first one downsamples to it. */
  private static Node<Image> stage(Node<Image> x, int filters, int stride) {
    Node<Image> shortcut = stride == 1 ? x : convolve(x, filters, 1, stride);
    Node<Image> y = block(x, shortcut, filters, stride);
    for (int i = 1; i < BLOCKS; i++) {
      y = block(y, y, filters, 1);
    }
    return y;
  }

  private static Node<Image> block(Node<Image> x, Node<Image> shortcut, int filters, int stride) {
    Node<Image> y = convolve(x, filters, 3, stride).then(ReLU.of());
    return Add.of(shortcut, convolve(y, filters, 3, 1)).then(ReLU.of());
  }

  private static Node<Image> convolve(Node<Image> x, int filters, int kernelSize, int stride) {
    return x.then(
            Conv2D.of(filters, kernelSize)
                .strides(stride)
                .padding(SAME)
                .useBias(false)
                .kernelInitializer(HeNormal.of())
                .kernelRegularizer(L2.of(1e-4)))
        .then(BatchNormalization.of());
  }
}
