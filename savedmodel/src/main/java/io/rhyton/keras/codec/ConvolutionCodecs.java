package io.rhyton.keras.codec;

import io.rhyton.model.layer.Conv1D;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Conv2DTranspose;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.SeparableConv2D;
import io.rhyton.model.shape.OutputPadding;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.WeightOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/** Codecs for convolutions. */
final class ConvolutionCodecs {
  private static final String KERNEL = "kernel";
  private static final String DEPTHWISE = "depthwise";
  private static final String POINTWISE = "pointwise";

  static final KerasCodec<Conv1D> CONV_1D =
      KerasCodec.of(
          "Conv1D", Conv1D.class, ConvolutionCodecs::readConv1D, ConvolutionCodecs::write);

  static final KerasCodec<Conv2D> CONV_2D =
      KerasCodec.of(
          "Conv2D", Conv2D.class, ConvolutionCodecs::readConv2D, ConvolutionCodecs::write);

  static final KerasCodec<Conv2DTranspose> CONV_2D_TRANSPOSE =
      KerasCodec.of(
          "Conv2DTranspose",
          Conv2DTranspose.class,
          ConvolutionCodecs::readTransposed,
          ConvolutionCodecs::write);

  static final KerasCodec<DepthwiseConv2D> DEPTHWISE_CONV_2D =
      KerasCodec.of(
          "DepthwiseConv2D",
          DepthwiseConv2D.class,
          ConvolutionCodecs::readDepthwise,
          ConvolutionCodecs::write);

  static final KerasCodec<SeparableConv2D> SEPARABLE_CONV_2D =
      KerasCodec.of(
          "SeparableConv2D",
          SeparableConv2D.class,
          ConvolutionCodecs::readSeparable,
          ConvolutionCodecs::write);

  private ConvolutionCodecs() {}

  private static Conv1D readConv1D(OptionsReader config) {
    config.onlyChannelsLast();
    return new Conv1D(
        config.integer("filters"),
        config.length("kernel_size"),
        config.length("strides", 1),
        config.constant("padding", Padding.VALID),
        config.length("dilation_rate", 1),
        config.integer("groups", 1),
        KernelOptionsCodec.read(config, KERNEL));
  }

  private static void write(Conv1D layer, OptionsWriter config) {
    config
        .put("filters", layer.filters())
        .putLength("kernel_size", layer.kernelSize())
        .putLength("strides", layer.strides())
        .put("padding", layer.padding())
        .putChannelsLast()
        .putLength("dilation_rate", layer.dilationRate())
        .put("groups", layer.groups());
    KernelOptionsCodec.write(layer, KERNEL, config);
  }

  private static Conv2D readConv2D(OptionsReader config) {
    config.onlyChannelsLast();
    return new Conv2D(
        config.integer("filters"),
        config.size("kernel_size"),
        config.size("strides", 1),
        config.padding(),
        config.size("dilation_rate", 1),
        config.integer("groups", 1),
        KernelOptionsCodec.read(config, KERNEL));
  }

  private static void write(Conv2D layer, OptionsWriter config) {
    config.put("filters", layer.filters());
    writeWindow(config, layer.kernelSize(), layer.strides(), layer.padding(), layer.dilationRate());
    config.put("groups", layer.groups());
    KernelOptionsCodec.write(layer, KERNEL, config);
  }

  private static Conv2DTranspose readTransposed(OptionsReader config) {
    config.onlyChannelsLast();
    onlyOneGroup(config);
    return new Conv2DTranspose(
        config.integer("filters"),
        config.size("kernel_size"),
        config.size("strides", 1),
        config.padding(),
        config.outputPadding(),
        config.size("dilation_rate", 1),
        KernelOptionsCodec.read(config, KERNEL));
  }

  private static void write(Conv2DTranspose layer, OptionsWriter config) {
    config.put("filters", layer.filters());
    writeWindow(config, layer.kernelSize(), layer.strides(), layer.padding(), layer.dilationRate());
    KernelOptionsCodec.write(layer, KERNEL, config);
    // Keras 3.3 does not have this option, and rejects layers that have it.
    OutputPadding outputPadding = layer.outputPadding();
    if (outputPadding != null) {
      config.put("output_padding", outputPadding);
    }
  }

  private static DepthwiseConv2D readDepthwise(OptionsReader config) {
    config.onlyChannelsLast();
    onlyOneGroup(config);
    return new DepthwiseConv2D(
        config.size("kernel_size"),
        config.size("strides", 1),
        config.padding(),
        config.integer("depth_multiplier", 1),
        config.size("dilation_rate", 1),
        KernelOptionsCodec.read(config, DEPTHWISE));
  }

  private static void write(DepthwiseConv2D layer, OptionsWriter config) {
    config.put("depth_multiplier", layer.depthMultiplier());
    writeWindow(config, layer.kernelSize(), layer.strides(), layer.padding(), layer.dilationRate());
    KernelOptionsCodec.write(layer, DEPTHWISE, config);
  }

  private static SeparableConv2D readSeparable(OptionsReader config) {
    config.onlyChannelsLast();
    onlyOneGroup(config);
    // Keras 2 writes an option that has no effect.
    config.ignore("kernel_initializer");
    return new SeparableConv2D(
        config.integer("filters"),
        config.size("kernel_size"),
        config.size("strides", 1),
        config.padding(),
        config.size("dilation_rate", 1),
        config.integer("depth_multiplier", 1),
        KernelOptionsCodec.read(config, DEPTHWISE),
        config.weight(POINTWISE, GlorotUniform.of()));
  }

  private static void write(SeparableConv2D layer, OptionsWriter config) {
    config.put("depth_multiplier", layer.depthMultiplier()).put("filters", layer.filters());
    writeWindow(config, layer.kernelSize(), layer.strides(), layer.padding(), layer.dilationRate());
    Map<String, WeightOptions> kernels = new LinkedHashMap<>();
    kernels.put(DEPTHWISE, layer.options().kernel());
    kernels.put(POINTWISE, layer.pointwise());
    KernelOptionsCodec.write(layer, kernels, config);
  }

  /** Writes the window that slides over images. */
  private static void writeWindow(
      OptionsWriter config,
      Size2D kernelSize,
      Size2D strides,
      Padding padding,
      Size2D dilationRate) {
    config
        .put("kernel_size", kernelSize)
        .put("strides", strides)
        .put("padding", padding)
        .putChannelsLast()
        .put("dilation_rate", dilationRate);
  }

  /** Keras 2 writes an option that has no effect. */
  private static void onlyOneGroup(OptionsReader config) {
    config.only("groups", 1);
  }
}
