package io.rhyton.keras.model;

import io.rhyton.keras.json.JsonText;
import io.rhyton.keras.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a tensor in a configuration: {@code ["conv2d", 0, 0]}.
 *
 * @param value its JSON
 * @param layer the layer that outputs it
 * @param node the call of the layer, counted from 0 or 1
 * @param index the output of the call, from 0
 */
record TensorReference(JsonValue value, String layer, int node, int index) {

  /** Returns whether a value looks like a reference. */
  static boolean is(JsonValue value) {
    return value.isList() && value.node().path(0).isTextual();
  }

  /**
   * Returns the references in a value: itself, or those in a list or in an object, which Keras
   * sorts by name.
   */
  static List<JsonValue> in(JsonValue value) {
    if (is(value)) {
      return List.of(value);
    }
    if (!value.isObject()) {
      return value.elements().stream().flatMap(each -> in(each).stream()).toList();
    }
    Set<String> keys = new TreeSet<>();
    value.node().fieldNames().forEachRemaining(keys::add);
    return keys.stream().flatMap(key -> in(value.get(key)).stream()).toList();
  }

  /** Reads a name and two numbers; reports any other value and returns null. */
  static @Nullable TensorReference read(JsonValue value) {
    List<JsonValue> parts = value.elements();
    if (parts.size() < 3) {
      value.refuse("expected a layer, a call and an output, got " + JsonText.value(value.node()));
      return null;
    }
    return new TensorReference(
        value, parts.get(0).text(""), parts.get(1).integer(0), parts.get(2).integer(0));
  }
}
