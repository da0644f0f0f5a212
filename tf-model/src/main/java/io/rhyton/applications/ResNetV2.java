package io.rhyton.applications;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.ZeroPadding2D;
import java.util.List;
import java.util.Objects;

/**
 * ResNetV2: residual blocks that normalize and activate before each convolution.
 *
 * <pre>{@code
 * ModelSpec body = Applications.resNet50V2().includeTop(false).pooling(Pooling.AVG).build();
 * }</pre>
 *
 * <p>Source: {@code keras/src/applications/resnet_v2.py}, Keras 3.15; He et al., "Identity Mappings
 * in Deep Residual Networks", ECCV 2016.
 *
 * @param depth the depth of the network
 * @param options the options that all applications have
 */
public record ResNetV2(Depth depth, ApplicationOptions options) implements Application<ResNetV2> {

  public ResNetV2 {
    Objects.requireNonNull(depth, "depth");
    Objects.requireNonNull(options, "options");
  }

  /** The depths of the network, in layers with weights. */
  public enum Depth {
    /** 50 layers. */
    RESNET50V2(
        4, 6, "resnet50v2", "3ef43a0b657b3be2300d5770ece849e0", "fac2f116257151a9d068a22e544a4917"),
    /** 101 layers. */
    RESNET101V2(
        4,
        23,
        "resnet101v2",
        "6343647c601c52e1368623803854d971",
        "c0ed64b8031c3730f411d2eb4eea35b5"),
    /** 152 layers. */
    RESNET152V2(
        8,
        36,
        "resnet152v2",
        "a49b44d1979771252814e80f8ec446f9",
        "ed17cf2e0169df9d443503ef94b23b33");

    private final int secondBlocks;
    private final int thirdBlocks;
    private final String modelName;
    private final String hash;
    private final String hashWithoutTop;

    Depth(int secondBlocks, int thirdBlocks, String modelName, String hash, String hashWithoutTop) {
      this.secondBlocks = secondBlocks;
      this.thirdBlocks = thirdBlocks;
      this.modelName = modelName;
      this.hash = hash;
      this.hashWithoutTop = hashWithoutTop;
    }

    private List<Integer> blocks() {
      return List.of(3, secondBlocks, thirdBlocks, 3);
    }
  }

  /** Creates the network of the given depth. */
  public static ResNetV2 of(Depth depth) {
    return new ResNetV2(depth, ApplicationOptions.of());
  }

  @Override
  public ResNetV2 options(ApplicationOptions options) {
    return new ResNetV2(depth, options);
  }

  @Override
  public ModelSpec build() {
    Features x =
        Residual.stem(options)
            .then("conv1_conv", Conv2D.of(64, 7).strides(2))
            .then("pool1_pad", ZeroPadding2D.of(1))
            .then("pool1_pool", MaxPooling2D.of(3).strides(2));
    int stages = depth.blocks().size();
    for (int stage = 0; stage < stages; stage++) {
      int filters = Residual.filters(stage);
      int blocks = depth.blocks().get(stage);
      for (int i = 0; i < blocks; i++) {
        int stride = i == blocks - 1 && stage < stages - 1 ? 2 : 1;
        x = block(x, filters, stride, i == 0, Residual.blockName(stage, i));
      }
    }
    return Top.classifierOrPooled(
        options.nameOr(depth.modelName), options, activated(x, "post"), 0, Top.dense(options));
  }

  private static Features block(Features x, int filters, int stride, boolean widens, String name) {
    Features active = activated(x, name + "_preact");
    Features shortcut = x;
    if (widens) {
      shortcut = active.then(name + "_0_conv", Conv2D.of(4 * filters, 1).strides(stride));
    } else if (stride > 1) {
      shortcut = x.then(MaxPooling2D.of(1).strides(stride));
    }
    Features first = active.then(name + "_1_conv", Conv2D.of(filters, 1).useBias(false));
    Features second =
        activated(first, name + "_1")
            .then(name + "_2_pad", ZeroPadding2D.of(1))
            .then(name + "_2_conv", Conv2D.of(filters, 3).strides(stride).useBias(false));
    Features third =
        activated(second, name + "_2").then(name + "_3_conv", Conv2D.of(4 * filters, 1));
    return Features.merge(name + "_out", Add.of(), List.of(shortcut, third));
  }

  private static Features activated(Features x, String name) {
    return Residual.normalized(x, name)
        .then(name + "_relu", Activation.of(ActivationFunction.RELU));
  }

  @Override
  public PreprocessingMode preprocessingMode() {
    return PreprocessingMode.TF;
  }

  @Override
  public PretrainedFile imageNetFile() {
    return Residual.file(options, depth.modelName, depth.hash, depth.hashWithoutTop);
  }
}
