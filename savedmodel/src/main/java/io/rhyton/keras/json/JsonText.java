package io.rhyton.keras.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.error.MessageText;
import java.util.ArrayList;
import java.util.List;

/** Describes values of JSON in messages. */
public final class JsonText {
  private static final int SHORT_LIST = 8;

  private JsonText() {}

  /** Returns a short description of a value. */
  public static String value(JsonNode value) {
    if (value.isMissingNode()) {
      return "nothing";
    }
    if (value.isArray()) {
      return isShort(value) ? list(value) : "a list of " + value.size();
    }
    if (value.isObject()) {
      JsonNode type = value.path("class_name");
      return type.isTextual()
          ? "an object of class " + MessageText.name(type.textValue())
          : "an object";
    }
    return value.isTextual()
        ? MessageText.name(value.textValue())
        : MessageText.line(value.asText());
  }

  private static String list(JsonNode list) {
    List<String> elements = new ArrayList<>();
    list.forEach(element -> elements.add(value(element)));
    return "[" + String.join(", ", elements) + "]";
  }

  private static boolean isShort(JsonNode list) {
    if (list.size() > SHORT_LIST) {
      return false;
    }
    for (JsonNode element : list) {
      if (element.isContainerNode()) {
        return false;
      }
    }
    return true;
  }
}
