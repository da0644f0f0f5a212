package io.rhyton.applications;

import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.shape.FeatureVector;
import java.util.Objects;

/**
 * VGG: convolutions of 3 by 3, max pooling and three dense layers.
 *
 * <pre>{@code
 * ModelSpec body = Applications.vgg16().includeTop(false).pooling(Pooling.AVG).build();
 * }</pre>
 *
 * <p>Source: {@code keras/src/applications/vgg16.py} and {@code vgg19.py}, Keras 3.15; Simonyan and
 * Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition", ICLR 2015.
 *
 * @param depth the depth of the network
 * @param options the options that all applications have
 */
public record VGG(Depth depth, ApplicationOptions options) implements Application<VGG> {
  private static final String FOLDER =
      "https://storage.googleapis.com/tensorflow/keras-applications/";
  private static final int SIDE = 224;
  private static final int LEAST = 32;
  private static final int[] FILTERS = {64, 128, 256, 512, 512};
  private static final int UNITS = 4096;

  public VGG {
    Objects.requireNonNull(depth, "depth");
    Objects.requireNonNull(options, "options");
  }

  /** The depths of the network, in layers with weights. */
  public enum Depth {
    /** 16 layers. */
    VGG16(3, "vgg16", "64373286793e3c8b2b4e3219cbf3544b", "6d6bbae143d832006294945121d1f1fc"),
    /** 19 layers. */
    VGG19(4, "vgg19", "cbe5617147190e668d6c5d5026f83318", "253f8cb515780f3b799900260a226db6");

    private final int lastConvolutions;
    private final String modelName;
    private final String hash;
    private final String hashWithoutTop;

    Depth(int lastConvolutions, String modelName, String hash, String hashWithoutTop) {
      this.lastConvolutions = lastConvolutions;
      this.modelName = modelName;
      this.hash = hash;
      this.hashWithoutTop = hashWithoutTop;
    }

    private int convolutions(int block) {
      return block < 2 ? 2 : lastConvolutions;
    }
  }

  /** Creates the network of the given depth. */
  public static VGG of(Depth depth) {
    return new VGG(depth, ApplicationOptions.of());
  }

  @Override
  public VGG options(ApplicationOptions options) {
    return new VGG(depth, options);
  }

  @Override
  public ModelSpec build() {
    Features x = Features.input(options.requireInput(SIDE, LEAST));
    for (int block = 0; block < FILTERS.length; block++) {
      String prefix = "block" + (block + 1) + "_";
      for (int i = 1; i <= depth.convolutions(block); i++) {
        x =
            x.then(
                prefix + "conv" + i,
                Conv2D.of(FILTERS[block], 3).padding(SAME).activation(ActivationFunction.RELU));
      }
      x = x.then(prefix + "pool", MaxPooling2D.of(2));
    }
    String name = options.nameOr(depth.modelName);
    if (!options.includeTop()) {
      return Top.pooledUnnamed(name, options, x);
    }
    Node<FeatureVector> vector =
        x.node()
            .then("flatten", Flatten.of())
            .then("fc1", Dense.of(UNITS).activation(ActivationFunction.RELU))
            .then("fc2", Dense.of(UNITS).activation(ActivationFunction.RELU));
    return x.build(name, vector.then("predictions", Top.dense(options)));
  }

  @Override
  public PreprocessingMode preprocessingMode() {
    return PreprocessingMode.CAFFE;
  }

  @Override
  public PretrainedFile imageNetFile() {
    String name = depth.modelName + "/" + depth.modelName + "_weights_tf_dim_ordering_tf_kernels";
    return options.includeTop()
        ? PretrainedFile.of(FOLDER, name + ".h5", depth.hash)
        : PretrainedFile.of(FOLDER, name + "_notop.h5", depth.hashWithoutTop);
  }
}
