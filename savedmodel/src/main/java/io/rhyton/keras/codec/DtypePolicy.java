package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.keras.json.Shown;
import java.util.Locale;

/** The dtype policy of a layer. With each of these its variables are float32. */
public enum DtypePolicy {
  FLOAT32,
  MIXED_BFLOAT16,
  MIXED_FLOAT16;

  /** Returns Keras's name of the policy. */
  String kerasName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a name, or an object of Keras 2 or 3 with a name; reports an unsupported policy and
   * returns float32.
   */
  public static DtypePolicy read(JsonValue value) {
    KerasObject object = KerasObject.of(value);
    String name = object.config().isObject() ? object.config().get("name").text("") : object.name();
    for (DtypePolicy policy : values()) {
      if (policy.kerasName().equals(name)) {
        return policy;
      }
    }
    if (!name.isEmpty()) {
      value.refuse("expected float32, mixed_bfloat16 or mixed_float16, got " + Shown.name(name));
    }
    return FLOAT32;
  }
}
