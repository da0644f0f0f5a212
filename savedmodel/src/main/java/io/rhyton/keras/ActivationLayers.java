package io.rhyton.keras;

import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import java.util.function.Consumer;

/** Layers of Keras that are activations under another name, unless they have options. */
final class ActivationLayers {
  static final KerasCodec<Activation> ELU =
      codec("ELU", ActivationFunction.ELU, config -> config.only("alpha", 1));

  static final KerasCodec<Activation> RELU =
      codec(
          "ReLU",
          ActivationFunction.RELU,
          config -> {
            config.only("negative_slope", 0);
            config.only("threshold", 0);
          });

  static final KerasCodec<Activation> SOFTMAX =
      codec("Softmax", ActivationFunction.SOFTMAX, config -> config.lastAxis("axis"));

  private ActivationLayers() {}

  private static KerasCodec<Activation> codec(
      String className, ActivationFunction activation, Consumer<ConfigReader> options) {
    return KerasCodec.of(
        className,
        Activation.class,
        config -> {
          options.accept(config);
          return Activation.of(activation);
        },
        (layer, config) -> {
          throw new IllegalStateException(className + " is only read");
        });
  }
}
