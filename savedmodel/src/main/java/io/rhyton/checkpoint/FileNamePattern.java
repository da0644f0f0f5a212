package io.rhyton.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file's name with values in it, in the forms of Python's {@code str.format}. */
final class FileNamePattern {
  static final String EPOCH = "epoch";

  /** A name, and behind a colon how to write it: {@code 02d}, {@code .3f}, {@code .2e}. */
  private static final Pattern FIELD =
      Pattern.compile("\\{(\\w+)(?::(0?\\d*)(\\.\\d+)?([dfeg])?)?}");

  private final String text;

  /**
   * Checks the forms.
   *
   * @throws IllegalArgumentException if there is a brace that belongs to none
   */
  FileNamePattern(String text) {
    this.text = text;
    String rest = FIELD.matcher(text).replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      throw new IllegalArgumentException(
          "file may hold fields such as {epoch:02d} and {val_loss:.3f}, got " + text);
    }
  }

  /**
   * Checks that there is a value for every field.
   *
   * @throws IllegalArgumentException if there is none
   */
  void requireKnown(List<String> metrics) {
    List<String> known = new ArrayList<>(List.of(EPOCH));
    known.addAll(metrics);
    Matcher field = FIELD.matcher(text);
    while (field.find()) {
      if (!known.contains(field.group(1))) {
        throw new IllegalArgumentException(
            "file may hold fields of " + known + ", got '" + field.group(1) + "' in " + text);
      }
    }
  }

  /** The name with these values; one that is missing is {@code nan}. */
  String format(Map<String, Double> values) {
    return FIELD
        .matcher(text)
        .replaceAll(
            field ->
                Matcher.quoteReplacement(
                    format(field, values.getOrDefault(field.group(1), Double.NaN))));
  }

  private static String format(MatchResult field, double value) {
    boolean whole = field.group(1).equals(EPOCH);
    String width = field.group(2) == null ? "" : field.group(2);
    String digits = field.group(3) == null ? "" : field.group(3);
    String form = field.group(4);
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (whole) {
      return String.format(Locale.ROOT, "%" + width + "d", (long) value);
    }
    return form == null && digits.isEmpty()
        ? Double.toString(value)
        : String.format(Locale.ROOT, "%" + width + digits + (form == null ? "g" : form), value);
  }
}
