package io.rhyton.keras.codec;

import io.rhyton.model.layer.AffineLayer;
import io.rhyton.model.layer.KernelOptions;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.WeightOptions;
import io.rhyton.model.weight.Zeros;
import java.util.LinkedHashMap;
import java.util.Map;

/** Codec for the options that fully connected and convolutional layers share. */
final class KernelOptionsCodec {
  private KernelOptionsCodec() {}

  /**
   * Reads the options.
   *
   * @param kernel the name of the kernel in Keras's options
   */
  static KernelOptions read(OptionsReader config, String kernel) {
    return new KernelOptions(
        config.activation(),
        config.flag("use_bias", true),
        config.weight(kernel, GlorotUniform.of()),
        config.weight("bias", Zeros.of()),
        config.regularizer("activity_regularizer"));
  }

  /** Writes the options of a layer with one kernel. */
  static void write(AffineLayer<?> layer, String kernel, OptionsWriter config) {
    write(layer, Map.of(kernel, layer.options().kernel()), config);
  }

  /** Writes the options of a layer with these kernels, in this order. */
  static void write(
      AffineLayer<?> layer, Map<String, WeightOptions> kernels, OptionsWriter config) {
    Map<String, WeightOptions> weights = new LinkedHashMap<>(kernels);
    weights.put("bias", layer.options().bias());
    config.put("activation", layer.activation()).put("use_bias", layer.useBias());
    weights.forEach(config::putInitializer);
    weights.forEach(config::putRegularizer);
    config.put("activity_regularizer", layer.activityRegularizer());
    weights.forEach(config::putConstraint);
  }
}
