package io.rhyton.error;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Text of users and files in messages: on one line, and short enough to read. Control characters
 * are escaped as in Java, and what is too long ends with {@code …}.
 */
public final class MessageText {
  private static final int LONGEST = 200;

  /** A bound on each part of a message, above what {@link #line} and {@link #list} leave. */
  private static final int LONGEST_PART = 450;

  /** Starts each line of a list of problems, which may be long. */
  private static final String ITEM = "\n  ";

  private static final int MOST_ITEMS = 200;

  private MessageText() {}

  /** Returns a name in quotes, escaped and shortened. */
  public static String name(String name) {
    return "'" + line(name) + "'";
  }

  /** Returns a text, escaped and shortened. */
  public static String line(String text) {
    return cut(escaped(text, LONGEST), LONGEST);
  }

  /** Returns values in brackets, escaped and shortened. */
  public static String list(Iterable<?> values) {
    StringBuilder text = new StringBuilder("[");
    for (Object value : values) {
      if (text.length() > LONGEST) {
        return text.append(", …]").toString();
      }
      text.append(text.length() > 1 ? ", " : "").append(line(String.valueOf(value)));
    }
    return text.append(']').toString();
  }

  /** Returns the start of a text that is longer than allowed. */
  public static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, end(text, longest)) + "…";
  }

  /**
   * Returns a part of a message, which consists of words and values: without its middle if it is
   * too long, since its end is often about a value that is. A list of problems keeps its lines.
   */
  static String part(String text) {
    return Arrays.stream(text.split(ITEM, MOST_ITEMS))
        .map(MessageText::withoutMiddle)
        .collect(Collectors.joining(ITEM));
  }

  private static String withoutMiddle(String text) {
    if (text.length() <= LONGEST_PART) {
      return cut(escaped(text, LONGEST_PART), LONGEST_PART);
    }
    int half = LONGEST_PART / 2;
    String tail = escaped(text.substring(text.length() - half), half);
    int start = Math.max(0, tail.length() - half);
    boolean splits = Character.isLowSurrogate(tail.charAt(start));
    return cut(escaped(text, half), half) + tail.substring(splits ? start + 1 : start);
  }

  /** The index to cut at, which does not split a character. */
  private static int end(String text, int longest) {
    return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
  }

  /** Escapes the control characters among the first ones; the rest is shortened away. */
  private static String escaped(String text, int longest) {
    String seen = text.length() <= longest + 1 ? text : text.substring(0, longest + 1);
    if (seen.chars().noneMatch(MessageText::breaksLine)) {
      return seen;
    }
    StringBuilder line = new StringBuilder();
    seen.chars().forEach(c -> line.append(breaksLine(c) ? escape(c) : (char) c));
    return line.toString();
  }

  private static boolean breaksLine(int c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
  }

  private static Object escape(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", c);
    };
  }
}
