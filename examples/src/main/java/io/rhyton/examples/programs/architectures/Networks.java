package io.rhyton.examples.programs.architectures;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.layer.FlipMode.HORIZONTAL;
import static io.rhyton.model.layer.Interpolation.NEAREST;
import static io.rhyton.model.shape.Padding.SAME;

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

/** Four networks that classify square RGB images, each written out in full. */
public final class Networks {
  private Networks() {}

  /**
   * A plain network of convolutions and pooling, which overfits.
   *
   * @param side height and width of the images in pixels, at least 8
   * @param classes number of classes
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

  /** The dropout network for CIFAR-10, as in the README. */
  public static ModelSpec dropout() {
    return dropout(32, 10);
  }

  /**
   * The baseline with dropout.
   *
   * @param side height and width of the images in pixels, at least 8
   * @param classes number of classes
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

  /** The network with batch normalization for CIFAR-10. */
  public static ModelSpec batchnorm() {
    return batchnorm(32, 10);
  }

  /**
   * The dropout network with batch normalization after every hidden layer.
   *
   * @param side height and width of the images in pixels, at least 8
   * @param classes number of classes
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
   * The network with batch normalization, regularized further by random flips and shifts of the
   * images and by L2 penalties on the kernels.
   *
   * @param side height and width of the images in pixels, at least 8
   * @param classes number of classes
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
