package io.rhyton.checkpoint;

import io.rhyton.error.MessageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file name with fields, in the syntax of Python's {@code str.format}. */
final class FileNamePattern {
  static final String EPOCH = "epoch";

  /** A name, and after a colon its format: {@code 02d}, {@code .3f}, {@code .2e}. */
  private static final Pattern FIELD =
      Pattern.compile("\\{(\\w+)(?::(0?\\d*)(\\.\\d+)?([dfeg])?)?}");

  private final String text;

  /**
   * Parses the pattern.
   *
   * @throws IllegalArgumentException if a brace is not part of a valid field
   */
  FileNamePattern(String text) {
    this.text = text;
    String rest = FIELD.matcher(text).replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      throw new IllegalArgumentException(
          "file may contain fields such as {epoch:02d} and {val_loss:.3f}, got " + text);
    }
  }

  /**
   * Checks that every field has a value.
   *
   * @throws IllegalArgumentException if one has none
   */
  void requireKnown(List<String> metrics) {
    List<String> known = new ArrayList<>(List.of(EPOCH));
    known.addAll(metrics);
    Matcher field = FIELD.matcher(text);
    while (field.find()) {
      if (!known.contains(field.group(1))) {
        throw new IllegalArgumentException(
            "file may contain the fields "
                + known
                + ", got "
                + MessageText.name(field.group(1))
                + " in "
                + text);
      }
    }
  }

  /** Returns the name with these values; a missing value is {@code nan}. */
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
