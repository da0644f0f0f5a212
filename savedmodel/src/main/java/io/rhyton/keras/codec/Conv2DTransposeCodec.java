package io.rhyton.keras.codec;

import io.rhyton.model.layer.Conv2DTranspose;
import io.rhyton.model.shape.OutputPadding;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Zeros;

/** Codec for {@link Conv2DTranspose}. */
final class Conv2DTransposeCodec implements KerasCodec<Conv2DTranspose> {

  @Override
  public Class<Conv2DTranspose> type() {
    return Conv2DTranspose.class;
  }

  @Override
  public Conv2DTranspose read(OptionsReader config) {
    config.onlyChannelsLast();
    // Keras 2 writes an option that has no effect.
    config.only("groups", 1);
    return new Conv2DTranspose(
        config.integer("filters"),
        config.size("kernel_size"),
        config.size("strides", 1),
        config.padding(),
        config.outputPadding(),
        config.size("dilation_rate", 1),
        config.activation(),
        config.flag("use_bias", true),
        config.initializer("kernel_initializer", GlorotUniform.of()),
        config.initializer("bias_initializer", Zeros.of()),
        config.regularizer("kernel_regularizer"),
        config.regularizer("bias_regularizer"),
        config.regularizer("activity_regularizer"),
        config.constraint("kernel_constraint"),
        config.constraint("bias_constraint"));
  }

  @Override
  public void write(Conv2DTranspose layer, OptionsWriter config) {
    config
        .put("filters", layer.filters())
        .put("kernel_size", layer.kernelSize())
        .put("strides", layer.strides())
        .put("padding", layer.padding())
        .putChannelsLast()
        .put("dilation_rate", layer.dilationRate())
        .put("activation", layer.activation())
        .put("use_bias", layer.useBias())
        .put("kernel_initializer", layer.kernelInitializer())
        .put("bias_initializer", layer.biasInitializer())
        .put("kernel_regularizer", layer.kernelRegularizer())
        .put("bias_regularizer", layer.biasRegularizer())
        .put("activity_regularizer", layer.activityRegularizer())
        .put("kernel_constraint", layer.kernelConstraint())
        .put("bias_constraint", layer.biasConstraint());
    // Keras 3.3 does not have this option, and rejects layers that have it.
    OutputPadding outputPadding = layer.outputPadding();
    if (outputPadding != null) {
      config.put("output_padding", outputPadding);
    }
  }
}
