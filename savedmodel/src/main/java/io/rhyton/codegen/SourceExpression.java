package io.rhyton.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A Java expression that is formatted to lines of at most 100 characters: a chain of calls on a
 * head, which is a type, a variable or a literal.
 *
 * @param head the receiver of the first call
 * @param calls the chained calls
 */
record SourceExpression(String head, List<Call> calls) {
  private static final int WIDTH = 100;
  private static final int INDENT = 4;

  /** A method call. */
  record Call(String name, List<SourceExpression> arguments) {
    private String inline() {
      return name
          + arguments.stream()
              .map(SourceExpression::inline)
              .collect(Collectors.joining(", ", "(", ")"));
    }
  }

  static SourceExpression of(String head) {
    return new SourceExpression(head, List.of());
  }

  static SourceExpression string(String text) {
    return of("\"" + text + "\"");
  }

  static SourceExpression of(double value) {
    if (value == (int) value && Double.compare(value, -0.0) != 0) {
      return of((long) value);
    }
    return of(Double.toString(value).toLowerCase(Locale.ROOT).replace(".0e", "e"));
  }

  /** Returns a number literal with an explicit type. */
  static SourceExpression boxed(Number value) {
    return of(value instanceof Long ? value + "L" : value.toString());
  }

  static SourceExpression of(long value) {
    return of(value == (int) value ? Long.toString(value) : value + "L");
  }

  static SourceExpression of(boolean value) {
    return of(Boolean.toString(value));
  }

  /** Returns a call without a receiver: a constructor or a method of the same class. */
  static SourceExpression function(String name, List<SourceExpression> arguments) {
    return new SourceExpression("", List.of(new Call(name, arguments)));
  }

  SourceExpression call(String name, SourceExpression... arguments) {
    return call(name, List.of(arguments));
  }

  SourceExpression call(String name, List<SourceExpression> arguments) {
    List<Call> longer = new ArrayList<>(calls);
    longer.add(new Call(name, arguments));
    return new SourceExpression(head, longer);
  }

  String inline() {
    return calls.stream().map(Call::inline).collect(Collectors.joining(".", start(), ""));
  }

  private String start() {
    return head.isEmpty() || calls.isEmpty() ? head : head + ".";
  }

  /**
   * Returns the code, on one line if it fits.
   *
   * @param indent the indentation of its first line
   * @param before the number of characters before it on that line
   * @param after the number of characters that must follow it on its last line
   */
  String format(int indent, int before, int after) {
    String line = inline();
    if (before + line.length() + after <= WIDTH || calls.isEmpty()) {
      return line;
    }
    if (calls.size() == 1) {
      return start() + format(calls.get(0), indent, before + start().length(), after);
    }
    StringBuilder text = new StringBuilder();
    // A type and its first call stay together.
    text.append(start()).append(format(calls.get(0), indent, before + start().length(), 0));
    int inner = indent + INDENT;
    for (int i = 1; i < calls.size(); i++) {
      int follows = i == calls.size() - 1 ? after : 0;
      text.append(newLine(inner))
          .append('.')
          .append(format(calls.get(i), inner, inner + 1, follows));
    }
    return text.toString();
  }

  private static String format(Call call, int indent, int before, int after) {
    String line = call.inline();
    if (before + line.length() + after <= WIDTH || call.arguments().isEmpty()) {
      return line;
    }
    int inner = indent + INDENT;
    String together =
        call.arguments().stream().map(SourceExpression::inline).collect(Collectors.joining(", "));
    if (inner + together.length() + after < WIDTH) {
      return call.name() + "(" + newLine(inner) + together + ")";
    }
    return call.arguments().stream()
        .map(argument -> newLine(inner) + argument.format(inner, inner, after + 1))
        .collect(Collectors.joining(",", call.name() + "(", ")"));
  }

  private static String newLine(int indent) {
    return "\n" + " ".repeat(indent);
  }
}
