package io.rhyton.keras.codec;

import io.rhyton.error.MessageText;
import io.rhyton.keras.json.JsonValue;

/** What {@code model.quantize} of Keras leaves in the configuration of a layer. */
public final class Quantization {
  private Quantization() {}

  /**
   * Reports a layer that is quantized, and returns whether it is one. Without such a policy, a
   * quantization configuration has no effect.
   *
   * @param layer the layer
   * @param config its options
   */
  public static boolean refuse(JsonValue layer, OptionsReader config) {
    config.ignore("quantization_config");
    JsonValue mode = config.get("dtype").get("config").get("mode");
    if (!mode.isText()) {
      return false;
    }
    layer.refuse(
        "expected a layer that is not quantized, got one of mode "
            + MessageText.name(mode.text(""))
            + "; save the model before model.quantize");
    return true;
  }
}
