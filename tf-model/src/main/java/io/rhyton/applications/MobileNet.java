package io.rhyton.applications;

import static io.rhyton.model.shape.Padding.SAME;
import static io.rhyton.model.shape.Padding.VALID;

import io.rhyton.error.Arguments;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.layer.ZeroPadding2D;
import io.rhyton.model.shape.FeatureVector;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * MobileNet: depthwise convolutions, each followed by a pointwise one.
 *
 * <pre>{@code
 * ModelSpec small = Applications.mobileNet().alpha(0.25).classes(10).build();
 * }</pre>
 *
 * <p>Source: {@code keras/src/applications/mobilenet.py}, Keras 3.15; Howard et al., "MobileNets:
 * Efficient Convolutional Neural Networks for Mobile Vision Applications", 2017.
 *
 * @param alpha the width: the factor of all numbers of filters, above 0
 * @param depthMultiplier the number of filters per channel of depthwise convolutions, at least 1
 * @param dropout the dropout rate of the classifier, in [0, 1)
 * @param options the options that all applications have
 */
public record MobileNet(
    double alpha, int depthMultiplier, double dropout, ApplicationOptions options)
    implements Application<MobileNet> {
  private static final String FOLDER =
      "https://storage.googleapis.com/tensorflow/keras-applications/mobilenet/";
  private static final List<Integer> SIDES = List.of(128, 160, 192, 224);
  private static final int SIDE = 224;
  private static final int LEAST = 32;

  /** The text of the widths that have published weights. */
  private static final Map<Double, String> WIDTHS =
      Map.of(0.25, "2_5", 0.5, "5_0", 0.75, "7_5", 1.0, "1_0");

  /** The filters of the pointwise convolutions, and the strides of the depthwise ones. */
  private static final int[][] BLOCKS = {
    {64, 1}, {128, 2}, {128, 1}, {256, 2}, {256, 1}, {512, 2}, {512, 1}, {512, 1}, {512, 1},
    {512, 1}, {512, 1}, {1024, 2}, {1024, 1}
  };

  public MobileNet {
    Objects.requireNonNull(options, "options");
    Arguments.requirePositive("alpha", alpha);
    Arguments.requirePositive("depthMultiplier", depthMultiplier);
    Arguments.requireFraction("dropout", dropout);
  }

  /** Creates the network with alpha 1, depth multiplier 1 and a dropout of 0.001. */
  public static MobileNet of() {
    return new MobileNet(1, 1, 0.001, ApplicationOptions.of());
  }

  /** Sets the factor of all numbers of filters, above 0; defaults to 1. */
  public MobileNet alpha(double alpha) {
    return new MobileNet(alpha, depthMultiplier, dropout, options);
  }

  /** Sets the number of filters per channel of depthwise convolutions; defaults to 1. */
  public MobileNet depthMultiplier(int depthMultiplier) {
    return new MobileNet(alpha, depthMultiplier, dropout, options);
  }

  /** Sets the dropout rate of the classifier, in [0, 1); defaults to 0.001. */
  public MobileNet dropout(double dropout) {
    return new MobileNet(alpha, depthMultiplier, dropout, options);
  }

  @Override
  public MobileNet options(ApplicationOptions options) {
    return new MobileNet(alpha, depthMultiplier, dropout, options);
  }

  @Override
  public ModelSpec build() {
    InputShape input = options.requireInput(options.sideAmong(SIDES, SIDE), LEAST);
    if (options.areOfImageNet()) {
      imageNetFile();
    }
    int height = options.areOfImageNet() ? options.sideAmong(SIDES, SIDE) : input.height();
    String name = options.nameOr(AlphaName.of("mobilenet", alpha, height));
    Features x = Features.input(input);
    x =
        activated(
            x.then("conv1", Conv2D.of(filters(32), 3).strides(2).padding(SAME).useBias(false)),
            "conv1");
    for (int i = 0; i < BLOCKS.length; i++) {
      x = block(x, BLOCKS[i][0], BLOCKS[i][1], i + 1);
    }
    return options.includeTop() ? classifier(name, x) : Top.pooledUnnamed(name, options, x);
  }

  private int filters(int filters) {
    return (int) (filters * alpha);
  }

  private Features block(Features x, int filters, int stride, int number) {
    String depthwise = "conv_dw_" + number;
    String pointwise = "conv_pw_" + number;
    Features padded = stride == 1 ? x : x.then("conv_pad_" + number, ZeroPadding2D.of(0, 1, 0, 1));
    Features filtered =
        activated(
            padded.then(
                depthwise,
                DepthwiseConv2D.of(3)
                    .strides(stride)
                    .padding(stride == 1 ? SAME : VALID)
                    .depthMultiplier(depthMultiplier)
                    .useBias(false)),
            depthwise);
    return activated(
        filtered.then(pointwise, Conv2D.of(filters(filters), 1).padding(SAME).useBias(false)),
        pointwise);
  }

  private static Features activated(Features x, String name) {
    return x.then(name + "_bn", BatchNormalization.of())
        .then(name + "_relu", ReLU.of().maxValue(6));
  }

  private ModelSpec classifier(String name, Features x) {
    Features scores =
        x.then(GlobalAveragePooling2D.of().keepdims(true))
            .then("dropout", Dropout.of(dropout))
            .then("conv_preds", Conv2D.of(options.classes(), 1).padding(SAME));
    Node<FeatureVector> vector = scores.node().then("reshape_2", Reshape.vector(options.classes()));
    return scores.build(
        name, vector.then("predictions", Activation.of(options.classifierActivation())));
  }

  @Override
  public PreprocessingMode preprocessingMode() {
    return PreprocessingMode.TF;
  }

  @Override
  public PretrainedFile imageNetFile() {
    String width = WIDTHS.get(alpha);
    if (width == null) {
      throw new IllegalArgumentException(
          "alpha must be 0.25, 0.5, 0.75 or 1 with the weights of ImageNet, got " + alpha);
    }
    if (depthMultiplier != 1) {
      throw new IllegalArgumentException(
          "depthMultiplier must be 1 with the weights of ImageNet, got " + depthMultiplier);
    }
    String top = options.includeTop() ? "" : "_no_top";
    return PretrainedFile.of(
        FOLDER,
        "mobilenet_%s_%d_tf%s.h5".formatted(width, options.sideAmong(SIDES, SIDE), top),
        "");
  }
}
