package io.rhyton.keras.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Shortens values of a file for messages. */
public final class MessageText {
  private static final int LONGEST = 80;
  private static final int SHORT_LIST = 8;

  private MessageText() {}

  public static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }

  /** Returns a text on one line. */
  public static String text(String text) {
    return cut(text.replaceAll("\\s+", " "), LONGEST);
  }

  public static String value(JsonNode value) {
    if (value.isMissingNode()) {
      return "nothing";
    }
    if (value.isArray()) {
      return isShort(value) ? list(value) : "a list of " + value.size();
    }
    if (value.isObject()) {
      JsonNode type = value.path("class_name");
      return type.isTextual() ? "an object of class " + name(type.textValue()) : "an object";
    }
    return value.isTextual() ? name(value.textValue()) : cut(value.asText(), LONGEST);
  }

  private static String list(JsonNode list) {
    List<String> elements = new ArrayList<>();
    list.forEach(element -> elements.add(value(element)));
    return "[" + String.join(", ", elements) + "]";
  }

  public static String name(String name) {
    return "'" + text(name) + "'";
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
