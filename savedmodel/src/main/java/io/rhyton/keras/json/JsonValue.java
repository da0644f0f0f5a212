package io.rhyton.keras.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.error.MessageText;
import io.rhyton.keras.json.Finding.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * A value in a JSON text with its path, which reports invalid values. After a report reading
 * continues with a fallback, to find further problems.
 *
 * @param node the value; a missing node where there is none
 * @param path its path
 * @param subject the layer or object that contains it
 * @param findings receives the reports
 */
public record JsonValue(JsonNode node, String path, Subject subject, Findings findings) {

  public static JsonValue root(JsonNode node, String path, Findings findings) {
    return new JsonValue(node, path, Subject.NONE, findings);
  }

  /** Returns the same value as a subject of its own. */
  public JsonValue as(String name, String className) {
    return new JsonValue(node, path, new Subject(path, described(name, className)), findings);
  }

  /** Returns the same value as a subject in the one that contains it. */
  public JsonValue inside(String name, String className) {
    String text = described(name, className) + " in " + subject.text();
    return new JsonValue(node, path, new Subject(path, text), findings);
  }

  private static String described(String name, String className) {
    return name.isEmpty()
        ? className
        : MessageText.name(name) + " (" + MessageText.line(className) + ")";
  }

  public void refuse(String reason) {
    findings.add(new Finding(path, subject, reason));
  }

  private void refuseFor(String expected) {
    refuse("expected " + expected + ", got " + JsonText.value(node));
  }

  /** Returns whether the value is missing or null. */
  public boolean isAbsent() {
    return node.isMissingNode() || node.isNull();
  }

  public boolean isObject() {
    return node.isObject();
  }

  public boolean isText() {
    return node.isTextual();
  }

  /** Returns a member of an object; absent if there is none. */
  public JsonValue get(String key) {
    return new JsonValue(node.path(key), JsonPath.child(path, key), subject, findings).unwrapped();
  }

  private JsonValue get(int index) {
    return new JsonValue(node.path(index), JsonPath.child(path, index), subject, findings)
        .unwrapped();
  }

  /** Unwraps tuples and shapes, which Keras 2 writes as objects in the metadata of a SavedModel. */
  private JsonValue unwrapped() {
    String type = node.path("class_name").asText();
    boolean wrapped =
        (type.equals("__tuple__") || type.equals("TensorShape")) && node.path("items").isArray();
    return wrapped ? get("items") : this;
  }

  /** Reports a value that is not an object. */
  public boolean requireObject() {
    if (!node.isObject()) {
      refuseFor("an object");
    }
    return node.isObject();
  }

  /** Returns whether it is a list. */
  public boolean isList() {
    return node.isArray();
  }

  /** Returns the elements of a list; reports any other value and returns an empty list. */
  public List<JsonValue> elements() {
    if (!node.isArray()) {
      refuseFor("a list");
    }
    return elementsOrNone();
  }

  /** Returns the elements of a list or the members of an object. */
  public List<JsonValue> members() {
    if (!node.isObject()) {
      return elements();
    }
    List<JsonValue> members = new ArrayList<>();
    node.fieldNames().forEachRemaining(key -> members.add(get(key)));
    return members;
  }

  private List<JsonValue> elementsOrNone() {
    List<JsonValue> elements = new ArrayList<>();
    for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
      elements.add(get(i));
    }
    return elements;
  }

  public String text(String fallback) {
    if (!node.isTextual()) {
      refuseFor("a string");
      return fallback;
    }
    return node.textValue();
  }

  public boolean flag(boolean fallback) {
    if (!node.isBoolean()) {
      refuseFor("true or false");
      return fallback;
    }
    return node.booleanValue();
  }

  public int integer(int fallback) {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      refuseFor("a 32-bit integer");
      return fallback;
    }
    return node.intValue();
  }

  public long longInteger(long fallback) {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      refuseFor("a 64-bit integer");
      return fallback;
    }
    return node.longValue();
  }

  public double number(double fallback) {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      refuseFor("a finite number");
      return fallback;
    }
    return node.doubleValue();
  }

  /** Reports a value other than those given, which are the supported ones. */
  public void requireOneOf(Object... allowed) {
    for (Object value : allowed) {
      if (is(value)) {
        return;
      }
    }
    refuseFor(
        String.join(" or ", List.of(allowed).stream().map(JsonValue::shown).distinct().toList()));
  }

  private static String shown(Object value) {
    return value instanceof String text ? MessageText.name(text) : value.toString();
  }

  private boolean is(Object value) {
    if (value instanceof Integer number) {
      boolean all = node.isArray() && !node.isEmpty();
      for (JsonNode element : node) {
        all &= element.isNumber() && element.doubleValue() == number;
      }
      return all || (node.isNumber() && node.doubleValue() == number);
    }
    if (value instanceof Double number) {
      return node.isNumber() && node.doubleValue() == number;
    }
    return value instanceof Boolean flag
        ? node.isBoolean() && node.booleanValue() == flag
        : node.isTextual() && node.textValue().equals(value);
  }
}
