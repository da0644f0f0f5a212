package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ELU;
import io.rhyton.model.layer.LeakyReLU;
import io.rhyton.model.layer.PReLU;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.layer.Softmax;
import io.rhyton.model.weight.Zeros;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codecs for activation layers. Keras 2 stores their numbers as float32. */
final class ActivationLayerCodecs {
  static final KerasCodec<Activation> ACTIVATION =
      KerasCodec.of(
          "Activation",
          Activation.class,
          config -> new Activation(config.activation()),
          (layer, config) -> config.put("activation", layer.activation()));

  static final KerasCodec<ELU> ELU =
      KerasCodec.of(
          "ELU",
          ELU.class,
          config -> new ELU(config.float32("alpha", 1)),
          (layer, config) -> config.put("alpha", layer.alpha()));

  static final KerasCodec<LeakyReLU> LEAKY_RELU =
      KerasCodec.of(
          "LeakyReLU",
          LeakyReLU.class,
          // Keras 2 calls it alpha.
          config -> new LeakyReLU(config.float32("negative_slope", config.float32("alpha", 0.3))),
          (layer, config) -> config.put("negative_slope", layer.negativeSlope()));

  static final KerasCodec<PReLU> PRELU =
      KerasCodec.of(
          "PReLU", PReLU.class, ActivationLayerCodecs::readPReLU, ActivationLayerCodecs::write);

  static final KerasCodec<ReLU> RELU =
      KerasCodec.of(
          "ReLU",
          ReLU.class,
          config ->
              new ReLU(
                  readMaxValue(config),
                  config.float32("negative_slope", 0),
                  config.float32("threshold", 0)),
          ActivationLayerCodecs::write);

  static final KerasCodec<Softmax> SOFTMAX =
      KerasCodec.of(
          "Softmax",
          Softmax.class,
          ActivationLayerCodecs::readSoftmax,
          (layer, config) -> config.putAxes("axis", layer.axis()));

  private ActivationLayerCodecs() {}

  private static PReLU readPReLU(OptionsReader config) {
    return new PReLU(config.weight("alpha", Zeros.of()), config.axes("shared_axes", List.of()));
  }

  private static void write(PReLU layer, OptionsWriter config) {
    config
        .putInitializer("alpha", layer.alpha())
        .putRegularizer("alpha", layer.alpha())
        .putConstraint("alpha", layer.alpha());
    if (layer.sharedAxes().isEmpty()) {
      config.putNull("shared_axes");
    } else {
      config.put("shared_axes", layer.sharedAxes());
    }
  }

  private static @Nullable Double readMaxValue(OptionsReader config) {
    return config.get("max_value").isAbsent() ? null : (Double) config.float32("max_value", 0);
  }

  private static void write(ReLU layer, OptionsWriter config) {
    if (layer.maxValue() == null) {
      config.putNull("max_value");
    } else {
      config.put("max_value", layer.maxValue());
    }
    config.put("negative_slope", layer.negativeSlope()).put("threshold", layer.threshold());
  }

  private static Softmax readSoftmax(OptionsReader config) {
    JsonValue axis = config.get("axis");
    if (axis.node().isNull()) {
      axis.refuse("expected an axis other than the batch axis, got null, which includes it");
    }
    return new Softmax(config.axes("axis", List.of(-1)));
  }
}
