package io.rhyton.keras.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import io.rhyton.error.MessageText;

/** Paths in a JSON text, in the syntax of {@code config.layers[3]}. */
final class JsonPath {
  /** Longer paths are truncated. */
  private static final int LONGEST = 300;

  private JsonPath() {}

  static String child(String path, String key) {
    return MessageText.cut(path.isEmpty() ? key : path + "." + key, LONGEST);
  }

  static String child(String path, int index) {
    return MessageText.cut(path + "[" + index + "]", LONGEST);
  }

  /** Returns the current path of a parser; empty at the root. */
  static String of(JsonParser parser) {
    return of(parser.getParsingContext());
  }

  private static String of(JsonStreamContext context) {
    JsonStreamContext parent = context.getParent();
    String before = parent == null ? "" : of(parent);
    if (context.inArray()) {
      return child(before, context.getCurrentIndex());
    }
    String key = context.getCurrentName();
    return key == null ? before : child(before, key);
  }
}
