package io.rhyton.applications;

import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.ZeroPadding2D;

/**
 * What ResNet and ResNetV2 have in common.
 *
 * <p>Source: {@code keras/src/applications/resnet.py}, Keras 3.15.
 */
final class Residual {
  private static final String FOLDER =
      "https://storage.googleapis.com/tensorflow/keras-applications/resnet/";
  private static final int SIDE = 224;
  private static final int LEAST = 32;
  private static final int FIRST_FILTERS = 64;

  private Residual() {}

  static Features stem(ApplicationOptions options) {
    return Features.input(options.requireInput(SIDE, LEAST)).then("conv1_pad", ZeroPadding2D.of(3));
  }

  /** The filters of the blocks of a stage; they return four times as many. */
  static int filters(int stage) {
    return FIRST_FILTERS << stage;
  }

  static String blockName(int stage, int block) {
    return "conv" + (stage + 2) + "_block" + (block + 1);
  }

  static Features normalized(Features x, String name) {
    return x.then(name + "_bn", normalization());
  }

  /** Of DenseNet, too. */
  static BatchNormalization normalization() {
    return BatchNormalization.of().axis(3).epsilon(1.001e-5);
  }

  static PretrainedFile file(
      ApplicationOptions options, String model, String hash, String hashWithoutTop) {
    String name = model + "_weights_tf_dim_ordering_tf_kernels";
    return options.includeTop()
        ? PretrainedFile.of(FOLDER, name + ".h5", hash)
        : PretrainedFile.of(FOLDER, name + "_notop.h5", hashWithoutTop);
  }
}
