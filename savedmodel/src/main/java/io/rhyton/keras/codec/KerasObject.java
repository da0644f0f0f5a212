package io.rhyton.keras.codec;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.rhyton.keras.json.JsonValue;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An object as Keras serializes it: {@code {"module", "class_name", "config", "registered_name"}},
 * of which Keras 2 writes the second and third; a function, which is an object with a name; or just
 * a name.
 *
 * @param name the name of the class or function; empty, and reported, if there is none
 * @param module its Python module; empty if it is not given
 * @param registeredName the name under which it was registered; empty if it was not
 * @param config its options
 */
public record KerasObject(String name, String module, String registeredName, JsonValue config) {
  private static final String FUNCTION = "function";
  private static final Set<String> MODELS = Set.of("Sequential", "Functional", "Model");
  private static final Pattern KERAS_MODULE =
      Pattern.compile("(keras|tf_keras|tensorflow\\.keras|tensorflow\\.python\\.keras)(\\..*)?");

  /** Reads an object or a name. */
  public static KerasObject of(JsonValue value) {
    if (value.isText()) {
      return new KerasObject(name(value), "", "", nothing(value));
    }
    if (!value.requireObject()) {
      return new KerasObject("", "", "", nothing(value));
    }
    String className = name(value.get("class_name"));
    JsonValue config = value.get("config");
    if (className.equals(FUNCTION) && config.isText()) {
      // Every function has a registered name, even Keras's own.
      return new KerasObject(name(config), "", "", nothing(config));
    }
    String registered = text(value, "registered_name");
    // Keras writes null as the module of a custom class, and its own name if it is not registered.
    boolean isCustom = value.get("module").node().isNull();
    return new KerasObject(
        className,
        text(value, "module"),
        registered.equals(className) && !isCustom ? "" : registered,
        config);
  }

  private static String name(JsonValue value) {
    String name = value.text("");
    if (value.isText() && name.isEmpty()) {
      value.refuse("expected a name, got ''");
    }
    return name;
  }

  private static JsonValue nothing(JsonValue value) {
    return new JsonValue(
        MissingNode.getInstance(), value.path(), value.subject(), value.findings());
  }

  private static String text(JsonValue value, String key) {
    JsonValue text = value.get(key);
    return text.isAbsent() ? "" : text.text("");
  }

  /** Returns whether it is a class of Keras, not a custom class, which may have the same name. */
  public boolean isBuiltIn() {
    return registeredName.isEmpty() && (module.isEmpty() || KERAS_MODULE.matcher(module).matches());
  }

  /** Returns whether it is a model of layers. */
  public boolean isModel() {
    return isBuiltIn() && MODELS.contains(name);
  }

  /** Returns whether it is an operation on tensors, which Keras writes as a layer. */
  public boolean isOperation() {
    return module.startsWith("keras.src.ops");
  }
}
