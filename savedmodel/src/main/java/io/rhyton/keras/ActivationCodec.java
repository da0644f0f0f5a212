package io.rhyton.keras;

import io.rhyton.model.layer.ActivationFunction;
import java.util.Locale;

/** Activation functions, which Keras writes as names. */
final class ActivationCodec {
  private ActivationCodec() {}

  static String write(ActivationFunction activation) {
    return activation.name().toLowerCase(Locale.ROOT);
  }

  /** A name, or a function object around one; none is linear. */
  static ActivationFunction read(JsonValue value) {
    if (value.isAbsent()) {
      return ActivationFunction.LINEAR;
    }
    KerasObject object = KerasObject.of(value);
    String name = object.name();
    for (ActivationFunction activation : ActivationFunction.values()) {
      if (object.isBuiltIn() && write(activation).equals(name)) {
        return activation;
      }
    }
    if (!name.isEmpty()) {
      value.refuse("Rhyton has no activation function " + Shown.name(name));
    }
    return ActivationFunction.LINEAR;
  }
}
