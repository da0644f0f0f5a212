package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import java.util.List;

/** Codec for one or more numbers, in Keras a number, a list or a NumPy array. */
final class NumbersCodec {
  private NumbersCodec() {}

  /** Reads numbers; any other value is reported. */
  static List<Double> read(JsonValue value) {
    boolean isArray = value.get("class_name").node().asText().equals("__numpy__");
    JsonValue numbers = isArray ? value.get("config").get("value") : value;
    List<JsonValue> each = numbers.isList() ? numbers.elements() : List.of(numbers);
    return each.stream().map(number -> number.number(1)).toList();
  }

  /** Writes a single number as such, several as a list. */
  static void put(OptionsWriter config, String key, List<Double> numbers) {
    if (numbers.size() == 1) {
      config.put(key, numbers.get(0).doubleValue());
    } else {
      config.put(key, numbers);
    }
  }
}
