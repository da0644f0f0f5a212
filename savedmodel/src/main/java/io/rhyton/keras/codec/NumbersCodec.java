package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import java.util.List;

/** One number or several, as Keras has them: a number, a list, or an array of NumPy. */
final class NumbersCodec {
  private NumbersCodec() {}

  /** Reads it; a value that is none is reported. */
  static List<Double> read(JsonValue value) {
    boolean isArray = value.get("class_name").node().asText().equals("__numpy__");
    JsonValue numbers = isArray ? value.get("config").get("value") : value;
    List<JsonValue> each = numbers.isList() ? numbers.elements() : List.of(numbers);
    return each.stream().map(number -> number.number(1)).toList();
  }

  /** Writes the one that there is as a number, several as a list. */
  static void put(ConfigWriter config, String key, List<Double> numbers) {
    if (numbers.size() == 1) {
      config.put(key, numbers.get(0).doubleValue());
    } else {
      config.put(key, numbers);
    }
  }
}
