package io.rhyton.keras.codec;

import io.rhyton.error.MessageText;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.ActivationFunction;
import java.util.Locale;
import java.util.Map;

/** Codec for activation functions, which Keras writes as names. */
public final class ActivationFunctionCodec {
  /** Aliases of functions; the last is that of Keras 2. */
  private static final Map<String, ActivationFunction> ALIASES =
      Map.of(
          "swish", ActivationFunction.SILU,
          "hard_swish", ActivationFunction.HARD_SILU,
          "softmax_v2", ActivationFunction.SOFTMAX);

  private static final Map<String, String> REFUSED =
      Map.of(
          "glu", ", which changes the shape",
          "sparsemax", ": Keras's function of this name is not sparsemax",
          "threshold", ", which Keras cannot call by its name");

  private ActivationFunctionCodec() {}

  public static String write(ActivationFunction activation) {
    return activation.name().toLowerCase(Locale.ROOT);
  }

  /** Reads a name, or a function object with a name; absent means linear. */
  static ActivationFunction read(JsonValue value) {
    if (value.isAbsent()) {
      return ActivationFunction.LINEAR;
    }
    KerasObject object = KerasObject.of(value);
    String name = object.name();
    if (object.isBuiltIn()) {
      for (ActivationFunction activation : ActivationFunction.values()) {
        if (write(activation).equals(name)) {
          return activation;
        }
      }
      ActivationFunction other = ALIASES.get(name);
      if (other != null) {
        return other;
      }
    }
    if (!name.isEmpty()) {
      value.refuse(
          "Rhyton has no activation function "
              + MessageText.name(name)
              + (object.isBuiltIn() ? REFUSED.getOrDefault(name, "") : ""));
    }
    return ActivationFunction.LINEAR;
  }
}
