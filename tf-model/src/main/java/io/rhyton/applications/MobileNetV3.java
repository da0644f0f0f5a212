package io.rhyton.applications;

import static io.rhyton.model.shape.Padding.SAME;
import static io.rhyton.model.shape.Padding.VALID;

import io.rhyton.error.Arguments;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.Arithmetic.Operator;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.Multiply;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.shape.FeatureVector;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * MobileNetV3: inverted residual blocks with squeeze-and-excitation.
 *
 * <pre>{@code
 * ModelSpec small = Applications.mobileNetV3Small().inputShape(128, 128, 3).classes(10).build();
 * }</pre>
 *
 * <p>Without {@link #inputShape} it takes images of any size, with the classifier, too.
 *
 * <p>Source: {@code keras/src/applications/mobilenet_v3.py}, Keras 3.15; Howard et al., "Searching
 * for MobileNetV3", ICCV 2019.
 *
 * @param size the size of the network
 * @param alpha the width: the factor of all numbers of filters, above 0
 * @param minimalistic whether to leave out squeeze-and-excitation, hard swish and 5 by 5 kernels
 * @param dropoutRate the dropout rate of the classifier, in [0, 1)
 * @param includePreprocessing whether the model takes values from 0 to 255 and rescales them to
 *     [-1, 1]
 * @param options the options that all applications have
 */
public record MobileNetV3(
    Size size,
    double alpha,
    boolean minimalistic,
    double dropoutRate,
    boolean includePreprocessing,
    ApplicationOptions options)
    implements Application<MobileNetV3> {
  private static final String FOLDER =
      "https://storage.googleapis.com/tensorflow/keras-applications/mobilenet_v3/";
  private static final int LEAST = 32;
  private static final double SQUEEZE_RATIO = 0.25;

  private static final List<Block> SMALL_BLOCKS =
      List.of(
          new Block(1, 16, 3, 2, true, false),
          new Block(72.0 / 16, 24, 3, 2, false, false),
          new Block(88.0 / 24, 24, 3, 1, false, false),
          new Block(4, 40, 5, 2, true, true),
          new Block(6, 40, 5, 1, true, true),
          new Block(6, 40, 5, 1, true, true),
          new Block(3, 48, 5, 1, true, true),
          new Block(3, 48, 5, 1, true, true),
          new Block(6, 96, 5, 2, true, true),
          new Block(6, 96, 5, 1, true, true),
          new Block(6, 96, 5, 1, true, true));

  private static final List<Block> LARGE_BLOCKS =
      List.of(
          new Block(1, 16, 3, 1, false, false),
          new Block(4, 24, 3, 2, false, false),
          new Block(3, 24, 3, 1, false, false),
          new Block(3, 40, 5, 2, true, false),
          new Block(3, 40, 5, 1, true, false),
          new Block(3, 40, 5, 1, true, false),
          new Block(6, 80, 3, 2, false, true),
          new Block(2.5, 80, 3, 1, false, true),
          new Block(2.3, 80, 3, 1, false, true),
          new Block(2.3, 80, 3, 1, false, true),
          new Block(6, 112, 3, 1, true, true),
          new Block(6, 112, 3, 1, true, true),
          new Block(6, 160, 5, 2, true, true),
          new Block(6, 160, 5, 1, true, true),
          new Block(6, 160, 5, 1, true, true));

  /** The checksums of the published files, with the classifier and without. */
  private static final Map<String, List<String>> HASHES =
      Map.of(
          "large_224_0.75_float",
          List.of("765b44a33ad4005b3ac83185abf1d0eb", "40af19a13ebea4e2ee0c676887f69a2e"),
          "large_224_1.0_float",
          List.of("59e551e166be033d707958cf9e29a6a7", "07fb09a5933dd0c8eaafa16978110389"),
          "large_minimalistic_224_1.0_float",
          List.of("675e7b876c45c57e9e63e6d90a36599c", "ec5221f64a2f6d1ef965a614bdae7973"),
          "small_224_0.75_float",
          List.of("cb65d4e5be93758266aa0a7f2c6708b7", "ebdb5cc8e0b497cd13a7c275d475c819"),
          "small_224_1.0_float",
          List.of("8768d4c2e7dee89b9d02b2d03d65d862", "d3e8ec802a04aa4fc771ee12a9a9b836"),
          "small_minimalistic_224_1.0_float",
          List.of("99cd97fb2fcdad2bf028eb838de69e37", "cde8136e733e811080d9fcd8a252f7e4"));

  /** The sizes of the network. */
  public enum Size {
    /** 11 blocks. */
    SMALL(1024),
    /** 15 blocks. */
    LARGE(1280);

    private final int lastFilters;

    Size(int lastFilters) {
      this.lastFilters = lastFilters;
    }

    private List<Block> blocks() {
      return this == SMALL ? SMALL_BLOCKS : LARGE_BLOCKS;
    }
  }

  /**
   * A block.
   *
   * @param expansion the factor by which it widens its input
   * @param filters the channels of its output
   * @param kernelSize the kernel size
   * @param stride the stride
   * @param squeezes whether it has squeeze-and-excitation
   * @param swishes whether its activation is hard swish rather than ReLU
   */
  private record Block(
      double expansion,
      int filters,
      int kernelSize,
      int stride,
      boolean squeezes,
      boolean swishes) {
    Block minimal() {
      return new Block(expansion, filters, 3, stride, false, false);
    }
  }

  public MobileNetV3 {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(options, "options");
    Arguments.requirePositive("alpha", alpha);
    Arguments.requireFraction("dropoutRate", dropoutRate);
  }

  /** Creates the network with alpha 1, a dropout rate of 0.2 and preprocessing. */
  public static MobileNetV3 of(Size size) {
    return new MobileNetV3(size, 1, false, 0.2, true, ApplicationOptions.of());
  }

  /** Sets the factor of all numbers of filters, above 0; defaults to 1. */
  public MobileNetV3 alpha(double alpha) {
    return new MobileNetV3(size, alpha, minimalistic, dropoutRate, includePreprocessing, options);
  }

  /**
   * Sets whether to leave out squeeze-and-excitation, hard swish and 5 by 5 kernels; defaults to
   * false.
   */
  public MobileNetV3 minimalistic(boolean minimalistic) {
    return new MobileNetV3(size, alpha, minimalistic, dropoutRate, includePreprocessing, options);
  }

  /** Sets the dropout rate of the classifier, in [0, 1); defaults to 0.2. */
  public MobileNetV3 dropoutRate(double dropoutRate) {
    return new MobileNetV3(size, alpha, minimalistic, dropoutRate, includePreprocessing, options);
  }

  /** Sets whether the model takes values from 0 to 255; defaults to true. */
  public MobileNetV3 includePreprocessing(boolean includePreprocessing) {
    return new MobileNetV3(size, alpha, minimalistic, dropoutRate, includePreprocessing, options);
  }

  @Override
  public MobileNetV3 options(ApplicationOptions options) {
    return new MobileNetV3(size, alpha, minimalistic, dropoutRate, includePreprocessing, options);
  }

  @Override
  public ModelSpec build() {
    options.requireFittingTop();
    if (options.areOfImageNet()) {
      imageNetFile();
    }
    Features x = Features.input(input());
    if (includePreprocessing) {
      x = x.then(Rescaling.of(1.0 / 127.5).offset(-1));
    }
    x =
        activated(
            x.then("conv", Conv2D.of(16, 3).strides(2).padding(SAME).useBias(false))
                .then("conv_bn", normalization()),
            !minimalistic);
    for (int i = 0; i < size.blocks().size(); i++) {
      Block block = size.blocks().get(i);
      x = block(x, minimalistic ? block.minimal() : block, i);
    }
    int filters = Rounding.divisible(x.channels() * 6);
    x =
        activated(
            x.then("conv_1", Conv2D.of(filters, 1).padding(SAME).useBias(false))
                .then("conv_1_bn", normalization()),
            !minimalistic);
    String name = options.nameOr(size == Size.SMALL ? "MobileNetV3Small" : "MobileNetV3Large");
    return options.includeTop() ? classifier(name, x) : Top.pooled(name, options, x);
  }

  private InputShape input() {
    InputShape shape = Objects.requireNonNullElse(options.inputShape(), InputShape.ANY_RGB);
    if (shape.isKnown() && shape.isBelow(LEAST)) {
      throw new IllegalArgumentException(
          "inputShape must be at least %d by %d, got %s".formatted(LEAST, LEAST, shape));
    }
    return shape;
  }

  private Features block(Features x, Block block, int number) {
    String prefix = number == 0 ? "expanded_conv_" : "expanded_conv_" + number + "_";
    int filters = Rounding.divisible(block.filters * alpha);
    int expanded = Rounding.divisible(x.channels() * block.expansion);
    Features wide = x;
    if (number > 0) {
      wide =
          activated(
              x.then(prefix + "expand", Conv2D.of(expanded, 1).padding(SAME).useBias(false))
                  .then(prefix + "expand_bn", normalization()),
              block.swishes);
    }
    if (block.stride == 2) {
      wide = wide.then(prefix + "depthwise_pad", wide.paddingFor(block.kernelSize));
    }
    wide =
        activated(
            wide.then(
                    prefix + "depthwise",
                    DepthwiseConv2D.of(block.kernelSize)
                        .strides(block.stride)
                        .padding(block.stride == 1 ? SAME : VALID)
                        .useBias(false))
                .then(prefix + "depthwise_bn", normalization()),
            block.swishes);
    if (block.squeezes) {
      wide = excited(wide, expanded, prefix + "squeeze_excite_");
    }
    Features narrow =
        wide.then(prefix + "project", Conv2D.of(filters, 1).padding(SAME).useBias(false))
            .then(prefix + "project_bn", normalization());
    return block.stride == 1 && x.channels() == filters
        ? Features.merge(prefix + "add", Add.of(), List.of(x, narrow))
        : narrow;
  }

  /** Squeeze-and-excitation: each channel is scaled by a function of the means of all channels. */
  private static Features excited(Features x, int filters, String prefix) {
    int squeezed = Rounding.divisible(filters * SQUEEZE_RATIO);
    Features scale =
        x.then(prefix + "avg_pool", GlobalAveragePooling2D.of().keepdims(true))
            .then(prefix + "conv", Conv2D.of(squeezed, 1).padding(SAME))
            .then(prefix + "relu", ReLU.of())
            .then(prefix + "conv_1", Conv2D.of(filters, 1).padding(SAME));
    return Features.merge(prefix + "mul", Multiply.of(), List.of(x, hardSigmoid(scale)));
  }

  private static Features hardSigmoid(Features x) {
    return x.then(NumberArithmetic.of(Operator.ADD, 3))
        .then(ReLU.of().maxValue(6))
        .then(NumberArithmetic.of(Operator.MULTIPLY, 1.0 / 6));
  }

  private static Features activated(Features x, boolean swishes) {
    return swishes ? x.then(Activation.of(ActivationFunction.HARD_SILU)) : x.then(ReLU.of());
  }

  private static BatchNormalization normalization() {
    return BatchNormalization.of().momentum(0.999);
  }

  private ModelSpec classifier(String name, Features x) {
    int filters = alpha > 1 ? Rounding.divisible(size.lastFilters * alpha) : size.lastFilters;
    Features scores =
        activated(
            x.then(GlobalAveragePooling2D.of().keepdims(true))
                .then("conv_2", Conv2D.of(filters, 1).padding(SAME)),
            !minimalistic);
    if (dropoutRate > 0) {
      scores = scores.then(Dropout.of(dropoutRate));
    }
    scores = scores.then("logits", Conv2D.of(options.classes(), 1).padding(SAME));
    Flatten flatten = Flatten.of();
    Node<FeatureVector> vector = scores.node().then(scores.nameOf(flatten), flatten);
    return scores.build(
        name, vector.then("predictions", Activation.of(options.classifierActivation())));
  }

  @Override
  public PreprocessingMode preprocessingMode() {
    return PreprocessingMode.NONE;
  }

  @Override
  public PretrainedFile imageNetFile() {
    String model =
        (size == Size.SMALL ? "small" : "large")
            + (minimalistic ? "_minimalistic" : "")
            + "_224_"
            + alpha
            + "_float";
    List<String> hashes = HASHES.get(model);
    if (hashes == null) {
      throw new IllegalArgumentException(
          "alpha must be "
              + (minimalistic ? "1" : "0.75 or 1")
              + " with the weights of ImageNet, got "
              + alpha);
    }
    return options.includeTop()
        ? PretrainedFile.of(FOLDER, "weights_mobilenet_v3_" + model + ".h5", hashes.get(0))
        : PretrainedFile.of(
            FOLDER, "weights_mobilenet_v3_" + model + "_no_top_v2.h5", hashes.get(1));
  }
}
