package io.rhyton.keras.codec;

import io.rhyton.error.MessageText;
import io.rhyton.execution.DTypePolicy;
import io.rhyton.keras.json.JsonValue;
import java.util.Locale;

/** Codec for the dtype policies of layers. With each of them the variables are float32. */
public final class DTypePolicyCodec {
  /** Policies by the paths of layers. */
  private static final String MAP = "DTypePolicyMap";

  private DTypePolicyCodec() {}

  /**
   * Reads a name, or an object of Keras 2 or 3 with a name; reports an unsupported policy and
   * returns float32.
   */
  public static DTypePolicy read(JsonValue value) {
    KerasObject object = KerasObject.of(value);
    if (object.name().equals(MAP)) {
      value.refuse("expected one dtype policy, got a " + MAP);
      return DTypePolicy.FLOAT32;
    }
    String name = object.config().isObject() ? object.config().get("name").text("") : object.name();
    for (DTypePolicy policy : DTypePolicy.values()) {
      if (kerasName(policy).equals(name)) {
        return policy;
      }
    }
    if (!name.isEmpty()) {
      value.refuse(
          "expected float32, mixed_bfloat16 or mixed_float16, got " + MessageText.name(name));
    }
    return DTypePolicy.FLOAT32;
  }

  private static String kerasName(DTypePolicy policy) {
    return policy.name().toLowerCase(Locale.ROOT);
  }
}
