package io.rhyton.applications;

import static io.rhyton.model.shape.Padding.SAME;

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
 * ResNet: residual blocks of three convolutions.
 *
 * <pre>{@code
 * ModelSpec body = Applications.resNet50().includeTop(false).pooling(Pooling.AVG).build();
 * }</pre>
 *
 * <p>Source: {@code keras/src/applications/resnet.py}, Keras 3.15; He et al., "Deep Residual
 * Learning for Image Recognition", CVPR 2016.
 *
 * @param depth the depth of the network
 * @param options the options that all applications have
 */
public record ResNet(Depth depth, ApplicationOptions options) implements Application<ResNet> {

  public ResNet {
    Objects.requireNonNull(depth, "depth");
    Objects.requireNonNull(options, "options");
  }

  /** The depths of the network, in layers with weights. */
  public enum Depth {
    /** 50 layers. */
    RESNET50(
        4, 6, "resnet50", "2cb95161c43110f7111970584f804107", "4d473c1dd8becc155b73f8504c6f6626"),
    /** 101 layers. */
    RESNET101(
        4, 23, "resnet101", "f1aeb4b969a6efcfb50fad2f0c20cfc5", "88cf7a10940856eca736dc7b7e228a21"),
    /** 152 layers. */
    RESNET152(
        8, 36, "resnet152", "100835be76be38e30d865e96f2aaae62", "ee4c566cf9a93f14d82f913c2dc6dd0c");

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
  public static ResNet of(Depth depth) {
    return new ResNet(depth, ApplicationOptions.of());
  }

  @Override
  public ResNet options(ApplicationOptions options) {
    return new ResNet(depth, options);
  }

  @Override
  public ModelSpec build() {
    Features x =
        activated(
                Residual.normalized(
                    Residual.stem(options).then("conv1_conv", Conv2D.of(64, 7).strides(2)),
                    "conv1"),
                "conv1")
            .then("pool1_pad", ZeroPadding2D.of(1))
            .then("pool1_pool", MaxPooling2D.of(3).strides(2));
    for (int stage = 0; stage < depth.blocks().size(); stage++) {
      int filters = Residual.filters(stage);
      for (int i = 0; i < depth.blocks().get(stage); i++) {
        x = block(x, filters, stage > 0 && i == 0 ? 2 : 1, i == 0, Residual.blockName(stage, i));
      }
    }
    return Top.classifierOrPooled(
        options.nameOr(depth.modelName), options, x, 0, Top.dense(options));
  }

  private static Features block(Features x, int filters, int stride, boolean widens, String name) {
    Features shortcut =
        widens
            ? Residual.normalized(
                x.then(name + "_0_conv", Conv2D.of(4 * filters, 1).strides(stride)), name + "_0")
            : x;
    Features first = x.then(name + "_1_conv", Conv2D.of(filters, 1).strides(stride));
    Features second =
        activated(Residual.normalized(first, name + "_1"), name + "_1")
            .then(name + "_2_conv", Conv2D.of(filters, 3).padding(SAME));
    Features third =
        activated(Residual.normalized(second, name + "_2"), name + "_2")
            .then(name + "_3_conv", Conv2D.of(4 * filters, 1));
    Features normalized = Residual.normalized(third, name + "_3");
    return Features.merge(name + "_add", Add.of(), List.of(shortcut, normalized))
        .then(name + "_out", Activation.of(ActivationFunction.RELU));
  }

  private static Features activated(Features x, String name) {
    return x.then(name + "_relu", Activation.of(ActivationFunction.RELU));
  }

  @Override
  public PreprocessingMode preprocessingMode() {
    return PreprocessingMode.CAFFE;
  }

  @Override
  public PretrainedFile imageNetFile() {
    return Residual.file(options, depth.modelName, depth.hash, depth.hashWithoutTop);
  }
}
