package io.rhyton.applications;

import static io.rhyton.model.shape.Padding.SAME;
import static io.rhyton.model.shape.Padding.VALID;

import io.rhyton.error.Arguments;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.shape.FeatureVector;
import java.util.List;
import java.util.Objects;

/**
 * MobileNetV2: inverted residual blocks, which expand the channels before a depthwise convolution.
 *
 * <pre>{@code
 * ModelSpec body = Applications.mobileNetV2().inputShape(96, 96, 3).includeTop(false).build();
 * }</pre>
 *
 * <p>Source: {@code keras/src/applications/mobilenet_v2.py}, Keras 3.15; Sandler et al.,
 * "MobileNetV2: Inverted Residuals and Linear Bottlenecks", CVPR 2018.
 *
 * @param alpha the width: the factor of all numbers of filters, above 0
 * @param options the options that all applications have
 */
public record MobileNetV2(double alpha, ApplicationOptions options)
    implements Application<MobileNetV2> {
  private static final String FOLDER =
      "https://storage.googleapis.com/tensorflow/keras-applications/mobilenet_v2/";
  private static final List<Double> WIDTHS = List.of(0.35, 0.5, 0.75, 1.0, 1.3, 1.4);
  private static final List<Integer> SIDES = List.of(96, 128, 160, 192, 224);
  private static final int SIDE = 224;
  private static final int LEAST = 32;
  private static final int EXPANSION = 6;
  private static final int LAST_FILTERS = 1280;

  /** The filters and strides of the blocks. */
  private static final int[][] BLOCKS = {
    {16, 1}, {24, 2}, {24, 1}, {32, 2}, {32, 1}, {32, 1}, {64, 2}, {64, 1}, {64, 1}, {64, 1},
    {96, 1}, {96, 1}, {96, 1}, {160, 2}, {160, 1}, {160, 1}, {320, 1}
  };

  public MobileNetV2 {
    Objects.requireNonNull(options, "options");
    Arguments.requirePositive("alpha", alpha);
  }

  /** Creates the network with alpha 1. */
  public static MobileNetV2 of() {
    return new MobileNetV2(1, ApplicationOptions.of());
  }

  /** Sets the factor of all numbers of filters, above 0; defaults to 1. */
  public MobileNetV2 alpha(double alpha) {
    return new MobileNetV2(alpha, options);
  }

  @Override
  public MobileNetV2 options(ApplicationOptions options) {
    return new MobileNetV2(alpha, options);
  }

  @Override
  public ModelSpec build() {
    InputShape input = options.requireInput(options.sideAmong(SIDES, SIDE), LEAST);
    if (options.areOfImageNet()) {
      imageNetFile();
    }
    int height = options.areOfImageNet() ? options.sideAmong(SIDES, SIDE) : input.height();
    String name = options.nameOr(AlphaName.of("mobilenetv2", alpha, height));
    Features x =
        Features.input(input)
            .then(
                "Conv1",
                Conv2D.of(Rounding.divisible(32 * alpha), 3)
                    .strides(2)
                    .padding(SAME)
                    .useBias(false))
            .then("bn_Conv1", normalization())
            .then("Conv1_relu", relu6());
    for (int i = 0; i < BLOCKS.length; i++) {
      x = block(x, BLOCKS[i][0], BLOCKS[i][1], i);
    }
    int last = alpha > 1 ? Rounding.divisible(LAST_FILTERS * alpha) : LAST_FILTERS;
    x =
        x.then("Conv_1", Conv2D.of(last, 1).useBias(false))
            .then("Conv_1_bn", normalization())
            .then("out_relu", relu6());
    if (!options.includeTop()) {
      return Top.pooledUnnamed(name, options, x);
    }
    Node<FeatureVector> pooled = x.toVector(GlobalAveragePooling2D.of());
    return x.build(name, pooled.then("predictions", Top.dense(options)));
  }

  private Features block(Features x, int filters, int stride, int number) {
    String prefix = number == 0 ? "expanded_conv_" : "block_" + number + "_";
    Features expanded = x;
    if (number > 0) {
      expanded =
          x.then(
                  prefix + "expand",
                  Conv2D.of(EXPANSION * x.channels(), 1).padding(SAME).useBias(false))
              .then(prefix + "expand_BN", normalization())
              .then(prefix + "expand_relu", relu6());
    }
    if (stride == 2) {
      expanded = expanded.then(prefix + "pad", expanded.paddingFor(3));
    }
    int projected = Rounding.divisible((int) (filters * alpha));
    Features narrow =
        expanded
            .then(
                prefix + "depthwise",
                DepthwiseConv2D.of(3)
                    .strides(stride)
                    .padding(stride == 1 ? SAME : VALID)
                    .useBias(false))
            .then(prefix + "depthwise_BN", normalization())
            .then(prefix + "depthwise_relu", relu6())
            .then(prefix + "project", Conv2D.of(projected, 1).padding(SAME).useBias(false))
            .then(prefix + "project_BN", normalization());
    return x.channels() == projected && stride == 1
        ? Features.merge(prefix + "add", Add.of(), List.of(x, narrow))
        : narrow;
  }

  private static BatchNormalization normalization() {
    return BatchNormalization.of().momentum(0.999);
  }

  private static ReLU relu6() {
    return ReLU.of().maxValue(6);
  }

  @Override
  public PreprocessingMode preprocessingMode() {
    return PreprocessingMode.TF;
  }

  @Override
  public PretrainedFile imageNetFile() {
    if (!WIDTHS.contains(alpha)) {
      throw new IllegalArgumentException(
          "alpha must be one of " + WIDTHS + " with the weights of ImageNet, got " + alpha);
    }
    String top = options.includeTop() ? "" : "_no_top";
    return PretrainedFile.of(
        FOLDER,
        "mobilenet_v2_weights_tf_dim_ordering_tf_kernels_"
            + alpha
            + "_"
            + options.sideAmong(SIDES, SIDE)
            + top
            + ".h5",
        "");
  }
}
