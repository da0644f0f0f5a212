package io.rhyton.applications;

import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.ZeroPadding2D;
import java.util.List;
import java.util.Objects;

/**
 * DenseNet: each layer of a block reads the outputs of all layers before it.
 *
 * <pre>{@code
 * ModelSpec body = Applications.denseNet121().includeTop(false).pooling(Pooling.AVG).build();
 * }</pre>
 *
 * <p>Source: {@code keras/src/applications/densenet.py}, Keras 3.15; Huang et al., "Densely
 * Connected Convolutional Networks", CVPR 2017.
 *
 * @param depth the depth of the network
 * @param options the options that all applications have
 */
public record DenseNet(Depth depth, ApplicationOptions options) implements Application<DenseNet> {
  private static final String FOLDER =
      "https://storage.googleapis.com/tensorflow/keras-applications/densenet/";
  private static final int SIDE = 224;
  private static final int LEAST = 32;
  private static final int GROWTH = 32;

  public DenseNet {
    Objects.requireNonNull(depth, "depth");
    Objects.requireNonNull(options, "options");
  }

  /** The depths of the network, in layers with weights. */
  public enum Depth {
    /** 121 layers. */
    DENSENET121(
        24,
        16,
        "densenet121",
        "9d60b8095a5708f2dcce2bca79d332c7",
        "30ee3e1110167f948a6b9946edeeb738"),
    /** 169 layers. */
    DENSENET169(
        32,
        32,
        "densenet169",
        "d699b8f76981ab1b30698df4c175e90b",
        "b8c4d4c20dd625c148057b9ff1c1176b"),
    /** 201 layers. */
    DENSENET201(
        48,
        32,
        "densenet201",
        "1ceb130c1ea1b78c3bf6114dbdfd8807",
        "c13680b51ded0fb44dff2d8f86ac8bb1");

    private final int thirdBlocks;
    private final int fourthBlocks;
    private final String modelName;
    private final String hash;
    private final String hashWithoutTop;

    Depth(int thirdBlocks, int fourthBlocks, String modelName, String hash, String hashWithoutTop) {
      this.thirdBlocks = thirdBlocks;
      this.fourthBlocks = fourthBlocks;
      this.modelName = modelName;
      this.hash = hash;
      this.hashWithoutTop = hashWithoutTop;
    }

    private List<Integer> blocks() {
      return List.of(6, 12, thirdBlocks, fourthBlocks);
    }
  }

  /** Creates the network of the given depth. */
  public static DenseNet of(Depth depth) {
    return new DenseNet(depth, ApplicationOptions.of());
  }

  @Override
  public DenseNet options(ApplicationOptions options) {
    return new DenseNet(depth, options);
  }

  @Override
  public ModelSpec build() {
    Features x =
        activated(
                Features.input(options.requireInput(SIDE, LEAST))
                    .then(ZeroPadding2D.of(3))
                    .then("conv1_conv", Conv2D.of(64, 7).strides(2).useBias(false)),
                "conv1_")
            .then(ZeroPadding2D.of(1))
            .then("pool1", MaxPooling2D.of(3).strides(2));
    for (int stage = 0; stage < depth.blocks().size(); stage++) {
      if (stage > 0) {
        x = transition(x, "pool" + (stage + 1) + "_");
      }
      for (int i = 0; i < depth.blocks().get(stage); i++) {
        x = block(x, "conv" + (stage + 2) + "_block" + (i + 1) + "_");
      }
    }
    return Top.classifierOrPooled(
        options.nameOr(depth.modelName), options, activated(x, ""), 0, Top.dense(options));
  }

  private static Features block(Features x, String name) {
    Features narrow =
        activated(x, name + "0_").then(name + "1_conv", Conv2D.of(4 * GROWTH, 1).useBias(false));
    Features grown =
        activated(narrow, name + "1_")
            .then(name + "2_conv", Conv2D.of(GROWTH, 3).padding(SAME).useBias(false));
    return Features.merge(name + "concat", Concatenate.of().axis(3), List.of(x, grown));
  }

  /** Halves channels, height and width. */
  private static Features transition(Features x, String name) {
    return activated(x, name)
        .then(name + "conv", Conv2D.of(x.channels() / 2, 1).useBias(false))
        .then(name + "pool", AveragePooling2D.of(2));
  }

  private static Features activated(Features x, String prefix) {
    return x.then(prefix + "bn", Residual.normalization())
        .then(prefix + "relu", Activation.of(ActivationFunction.RELU));
  }

  @Override
  public PreprocessingMode preprocessingMode() {
    return PreprocessingMode.TORCH;
  }

  @Override
  public PretrainedFile imageNetFile() {
    String name = depth.modelName + "_weights_tf_dim_ordering_tf_kernels";
    return options.includeTop()
        ? PretrainedFile.of(FOLDER, name + ".h5", depth.hash)
        : PretrainedFile.of(FOLDER, name + "_notop.h5", depth.hashWithoutTop);
  }
}
