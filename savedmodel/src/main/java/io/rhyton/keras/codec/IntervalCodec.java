package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.keras.json.Shown;
import io.rhyton.model.shape.Interval;
import java.util.List;

/** The numbers between two, as Keras has them: a list of two in any order, or one number. */
final class IntervalCodec {
  private static final Interval UNKNOWN = new Interval(0, 0);

  private IntervalCodec() {}

  /**
   * Reads it; a value that is none is reported.
   *
   * @param least where the lower number ends if there is but one, which stands for both directions
   */
  static Interval read(JsonValue value, double least) {
    if (value.isList()) {
      return read(value, UNKNOWN);
    }
    double upper = Math.abs(value.number(0));
    return new Interval(Math.max(0 - upper, least), upper);
  }

  /** Reads a list of two; a value that is none is reported. */
  static Interval read(JsonValue value, Interval otherwise) {
    if (value.isAbsent()) {
      return otherwise;
    }
    List<JsonValue> ends = value.elements();
    if (ends.size() != 2) {
      value.refuse("expected two numbers, got " + Shown.value(value.node()));
      return otherwise;
    }
    double first = ends.get(0).number(0);
    double second = ends.get(1).number(0);
    return new Interval(Math.min(first, second), Math.max(first, second));
  }
}
