package io.rhyton.keras.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.keras.json.JsonText;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.shape.Border1D;
import io.rhyton.model.shape.Border2D;
import java.util.List;

/** Codec for padding and cropping: one number, or two, or two per axis. */
final class BorderCodec {
  private BorderCodec() {}

  static Border1D readSequence(JsonValue value, int otherwise) {
    List<Integer> ends = ends(value, otherwise);
    return new Border1D(ends.get(0), ends.get(1));
  }

  static Border2D readImage(JsonValue value, int otherwise) {
    List<JsonValue> axes = List.of(value, value);
    if (value.isList()) {
      axes = pair(value);
    }
    List<Integer> rows = ends(axes.get(0), otherwise);
    List<Integer> columns = ends(axes.get(1), otherwise);
    return new Border2D(rows.get(0), rows.get(1), columns.get(0), columns.get(1));
  }

  private static List<Integer> ends(JsonValue value, int otherwise) {
    if (value.isAbsent()) {
      return List.of(otherwise, otherwise);
    }
    List<JsonValue> ends = value.isList() ? pair(value) : List.of(value, value);
    return ends.stream().map(end -> end.integer(otherwise)).toList();
  }

  private static List<JsonValue> pair(JsonValue list) {
    List<JsonValue> elements = list.elements();
    if (elements.size() == 2) {
      return elements;
    }
    list.refuse("expected two elements, got " + JsonText.value(list.node()));
    JsonValue none = list.get("none");
    return List.of(none, none);
  }

  static ArrayNode write(Border1D border) {
    return ConfigJson.array().add(border.before()).add(border.after());
  }

  static ArrayNode write(Border2D border) {
    return ConfigJson.array()
        .add(ConfigJson.array().add(border.top()).add(border.bottom()))
        .add(ConfigJson.array().add(border.left()).add(border.right()));
  }
}
