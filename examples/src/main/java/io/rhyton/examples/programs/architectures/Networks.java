package io.rhyton.examples.programs.architectures;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.layer.FlipMode.HORIZONTAL;
import static io.rhyton.model.layer.Interpolation.NEAREST;
import static io.rhyton.model.layer.Padding.SAME;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.RandomFlip;
import io.rhyton.model.layer.RandomTranslation;
import io.rhyton.model.weight.L2;

/** Four networks for square colour images in some classes, each written out. */
public final class Networks {
  private Networks() {}

  /**
   * Convolutions and pooling only: learns its training images by heart.
   *
   * @param side of the images, in pixels, at least 8
   * @param classes how many it tells apart
   */
  public static ModelSpec baseline(int side, int classes) {
    return Sequential.image(side, side, 3)
        .add(Conv2D.of(32, 3).padding(SAME).activation(RELU))
        .add(Conv2D.of(32, 3).padding(SAME).activation(RELU))
        .add(MaxPooling2D.of(2))
        .add(Conv2D.of(64, 3).padding(SAME).activation(RELU))
        .add(Conv2D.of(64, 3).padding(SAME).activation(RELU))
        .add(MaxPooling2D.of(2))
        .add(Conv2D.of(128, 3).padding(SAME).activation(RELU))
        .add(Conv2D.of(128, 3).padding(SAME).activation(RELU))
        .add(MaxPooling2D.of(2))
        .add(Flatten.of())
        .add(Dense.of(512).activation(RELU))
        .add(Dense.of(classes).activation(SOFTMAX))
        .build("baseline");
  }

  /** The dropout network for CIFAR-10: that of the README. */
  public static ModelSpec dropout() {
    return dropout(32, 10);
  }

  /**
   * The baseline with dropout.
   *
   * @param side of the images, in pixels, at least 8
   * @param classes how many it tells apart
   */
  public static ModelSpec dropout(int side, int classes) {
    return Sequential.image(side, side, 3)
        .add(Conv2D.of(32, 3).padding(SAME).activation(RELU))
        .add(Conv2D.of(32, 3).padding(SAME).activation(RELU))
        .add(MaxPooling2D.of(2))
        .add(Dropout.of(0.2))
        .add(Conv2D.of(64, 3).padding(SAME).activation(RELU))
        .add(Conv2D.of(64, 3).padding(SAME).activation(RELU))
        .add(MaxPooling2D.of(2))
        .add(Dropout.of(0.2))
        .add(Conv2D.of(128, 3).padding(SAME).activation(RELU))
        .add(Conv2D.of(128, 3).padding(SAME).activation(RELU))
        .add(MaxPooling2D.of(2))
        .add(Dropout.of(0.2))
        .add(Flatten.of())
        .add(Dense.of(512).activation(RELU))
        .add(Dropout.of(0.5))
        .add(Dense.of(classes).activation(SOFTMAX))
        .build("dropout");
  }

  /** The network with batch normalisation for CIFAR-10. */
  public static ModelSpec batchnorm() {
    return batchnorm(32, 10);
  }

  /**
   * The dropout network with batch normalisation after every hidden layer.
   *
   * @param side of the images, in pixels, at least 8
   * @param classes how many it tells apart
   */
  public static ModelSpec batchnorm(int side, int classes) {
    return Sequential.image(side, side, 3)
        .add(Conv2D.of(32, 3).padding(SAME).activation(RELU))
        .add(BatchNormalization.of())
        .add(Conv2D.of(32, 3).padding(SAME).activation(RELU))
        .add(BatchNormalization.of())
        .add(MaxPooling2D.of(2))
        .add(Dropout.of(0.2))
        .add(Conv2D.of(64, 3).padding(SAME).activation(RELU))
        .add(BatchNormalization.of())
        .add(Conv2D.of(64, 3).padding(SAME).activation(RELU))
        .add(BatchNormalization.of())
        .add(MaxPooling2D.of(2))
        .add(Dropout.of(0.2))
        .add(Conv2D.of(128, 3).padding(SAME).activation(RELU))
        .add(BatchNormalization.of())
        .add(Conv2D.of(128, 3).padding(SAME).activation(RELU))
        .add(BatchNormalization.of())
        .add(MaxPooling2D.of(2))
        .add(Dropout.of(0.2))
        .add(Flatten.of())
        .add(Dense.of(512).activation(RELU))
        .add(BatchNormalization.of())
        .add(Dropout.of(0.5))
        .add(Dense.of(classes).activation(SOFTMAX))
        .build("batchnorm");
  }

  /**
   * The network with batch normalisation, kept from learning its images by heart: it sees each of
   * them mirrored and shifted, and large weights cost.
   *
   * @param side of the images, in pixels, at least 8
   * @param classes how many it tells apart
   */
  public static ModelSpec augmented(int side, int classes) {
    return Sequential.image(side, side, 3)
        .add(RandomFlip.of(HORIZONTAL))
        .add(RandomTranslation.of(0.125, 0.125).interpolation(NEAREST))
        .add(convolution(32))
        .add(BatchNormalization.of())
        .add(convolution(32))
        .add(BatchNormalization.of())
        .add(MaxPooling2D.of(2))
        .add(Dropout.of(0.2))
        .add(convolution(64))
        .add(BatchNormalization.of())
        .add(convolution(64))
        .add(BatchNormalization.of())
        .add(MaxPooling2D.of(2))
        .add(Dropout.of(0.2))
        .add(convolution(128))
        .add(BatchNormalization.of())
        .add(convolution(128))
        .add(BatchNormalization.of())
        .add(MaxPooling2D.of(2))
        .add(Dropout.of(0.2))
        .add(Flatten.of())
        .add(Dense.of(512).activation(RELU).kernelRegularizer(L2.of(1e-4)))
        .add(BatchNormalization.of())
        .add(Dropout.of(0.5))
        .add(Dense.of(classes).activation(SOFTMAX))
        .build("augmented");
  }

  private static Conv2D convolution(int filters) {
    return Conv2D.of(filters, 3).padding(SAME).activation(RELU).kernelRegularizer(L2.of(1e-4));
  }
}
