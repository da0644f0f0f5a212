package io.rhyton.examples;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.layer.Padding.SAME;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.MaxPooling2D;

/** Three networks for colour images of 32 by 32 pixels in ten classes, each written out. */
public final class Networks {
  private Networks() {}

  /** Convolutions and pooling only: learns its training images by heart. */
  public static ModelSpec baseline() {
    return Sequential.image(32, 32, 3)
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
        .add(Dense.of(10).activation(SOFTMAX))
        .build("baseline");
  }

  /** The baseline with dropout: the network of the README. */
  public static ModelSpec dropout() {
    return Sequential.image(32, 32, 3)
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
        .add(Dense.of(10).activation(SOFTMAX))
        .build("dropout");
  }

  /** The dropout network with batch normalisation after every hidden layer. */
  public static ModelSpec batchnorm() {
    return Sequential.image(32, 32, 3)
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
        .add(Dense.of(10).activation(SOFTMAX))
        .build("batchnorm");
  }
}
