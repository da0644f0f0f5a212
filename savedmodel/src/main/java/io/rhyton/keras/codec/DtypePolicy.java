package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.keras.json.Shown;
import java.util.Locale;

/** What a layer computes with. In each of these its variables are float32. */
public enum DtypePolicy {
  FLOAT32,
  MIXED_BFLOAT16,
  MIXED_FLOAT16;

  /** Keras's name of it. */
  String kerasName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A name, or an object of Keras 2 or 3 around one; float32, and a report, if it is no other. */
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
