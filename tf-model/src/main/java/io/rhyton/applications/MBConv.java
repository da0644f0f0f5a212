package io.rhyton.applications;

import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.Multiply;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Sizes;
import io.rhyton.model.weight.VarianceScaling;
import io.rhyton.model.weight.VarianceScaling.Distribution;
import io.rhyton.model.weight.VarianceScaling.Mode;
import java.util.List;

/**
 * What the blocks of EfficientNet and EfficientNetV2 have in common.
 *
 * <p>Source: {@code block} in {@code keras/src/applications/efficientnet.py} and {@code
 * MBConvBlock} in {@code efficientnet_v2.py}, Keras 3.15.
 */
final class MBConv {
  static final VarianceScaling CONV_INITIALIZER =
      VarianceScaling.of().scale(2).mode(Mode.FAN_OUT).distribution(Distribution.TRUNCATED_NORMAL);

  private static final VarianceScaling DENSE_INITIALIZER =
      VarianceScaling.of().scale(1.0 / 3).mode(Mode.FAN_OUT).distribution(Distribution.UNIFORM);
  private static final double SQUEEZE_RATIO = 0.25;

  private MBConv() {}

  /** The name of a block: {@code block1a_}, {@code block1b_}, … */
  static String blockName(int stage, int repeat) {
    return "block" + (stage + 1) + (char) ('a' + repeat) + "_";
  }

  static Conv2D conv(int filters, int kernelSize) {
    return Conv2D.of(filters, kernelSize)
        .padding(SAME)
        .useBias(false)
        .kernelInitializer(CONV_INITIALIZER);
  }

  static Dense dense(ApplicationOptions options) {
    return Top.dense(options).kernelInitializer(DENSE_INITIALIZER);
  }

  static Features activated(Features x, String prefix) {
    return x.then(prefix + "activation", Activation.of(ActivationFunction.SILU));
  }

  /** Squeeze-and-excitation: each channel is scaled by a function of the means of all channels. */
  static Features excited(Features x, int filtersIn, String prefix) {
    int squeezed = Math.max(1, (int) (filtersIn * SQUEEZE_RATIO));
    Reshape<Image> reshape = Reshape.image(1, 1, x.channels());
    Features scale =
        x.toPixel(
                prefix + "se_squeeze", GlobalAveragePooling2D.of(), prefix + "se_reshape", reshape)
            .then(
                prefix + "se_reduce",
                conv(squeezed, 1).useBias(true).activation(ActivationFunction.SILU))
            .then(
                prefix + "se_expand",
                conv(x.channels(), 1).useBias(true).activation(ActivationFunction.SIGMOID));
    return Features.merge(prefix + "se_excite", Multiply.of(), List.of(x, scale));
  }

  /** Drops the residual of whole samples at random. */
  static Features dropped(Features x, double rate, String prefix) {
    return rate > 0 ? x.then(prefix + "drop", Dropout.of(rate).noiseShape(Sizes.ANY, 1, 1, 1)) : x;
  }
}
