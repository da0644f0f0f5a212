package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonText;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.shape.Interval;
import java.util.List;

/** Codec for intervals, in Keras a list of two numbers in any order, or one number. */
final class IntervalCodec {
  private static final Interval UNKNOWN = new Interval(0, 0);

  private IntervalCodec() {}

  /**
   * Reads an interval; any other value is reported.
   *
   * @param least the lower bound of an interval that is given by one number for both directions
   */
  static Interval read(JsonValue value, double least) {
    if (value.isList()) {
      return read(value, UNKNOWN);
    }
    double upper = Math.abs(value.number(0));
    return new Interval(Math.max(0 - upper, least), upper);
  }

  /** Reads a list of two numbers; any other value is reported. */
  static Interval read(JsonValue value, Interval otherwise) {
    if (value.isAbsent()) {
      return otherwise;
    }
    List<JsonValue> ends = value.elements();
    if (ends.size() != 2) {
      value.refuse("expected two numbers, got " + JsonText.value(value.node()));
      return otherwise;
    }
    double first = ends.get(0).number(0);
    double second = ends.get(1).number(0);
    return new Interval(Math.min(first, second), Math.max(first, second));
  }
}
