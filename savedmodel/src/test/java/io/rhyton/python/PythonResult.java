package io.rhyton.python;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The result of a check in Python.
 *
 * @param check the function's name
 * @param model the model it was given
 * @param error the traceback, empty if it passed
 */
public record PythonResult(String check, String model, String error) {
  private static final String STRING = "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"";
  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"check\": " + STRING + ", \"model\": " + STRING + ", \"error\": " + STRING + "}");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|.)");

  /** Parses a line of {@code suite.py}: a JSON object of these three strings. */
  public static PythonResult of(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a result of a check: " + line);
    }
    return new PythonResult(matcher.group(1), matcher.group(2), unescaped(matcher.group(3)));
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1))));
  }

  private static String character(String escape) {
    return switch (escape.charAt(0)) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'u' -> Character.toString(Integer.parseInt(escape.substring(1), 16));
      default -> escape;
    };
  }

  /** Returns the check as a sentence, with the model. */
  public String displayName() {
    return check.replace('_', ' ') + " [" + model + "]";
  }
}
