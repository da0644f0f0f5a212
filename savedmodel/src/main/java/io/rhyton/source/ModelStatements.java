package io.rhyton.source;

import java.util.List;

/**
 * How a method makes a model.
 *
 * @param variables the lines before the last, each a declaration and its value
 * @param result what it returns
 */
record ModelStatements(List<Variable> variables, SourceExpression result) {
  private static final int WIDTH = 100;
  private static final int INDENT = 4;

  /** A local variable: its type and name, and its value. */
  record Variable(String declaration, SourceExpression value) {}

  /** The body of the method. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Variable variable : variables) {
      declaration(text, variable);
    }
    line(text, "return ", result);
    return text.toString();
  }

  /** A value that does not fit behind the name stands below it. */
  private static void declaration(StringBuilder text, Variable variable) {
    String beginning = variable.declaration() + " = ";
    String value = variable.value().inline();
    boolean fits = INDENT + beginning.length() + value.length() < WIDTH;
    boolean fitsBelow = 2 * INDENT + value.length() < WIDTH;
    if (!fits && fitsBelow) {
      line(text, beginning.stripTrailing() + "\n" + " ".repeat(2 * INDENT), variable.value());
    } else {
      line(text, beginning, variable.value());
    }
  }

  private static void line(StringBuilder text, String beginning, SourceExpression value) {
    String indent = " ".repeat(INDENT);
    text.append(indent)
        .append(beginning)
        .append(value.format(INDENT, INDENT + lastLine(beginning), 1))
        .append(";\n");
  }

  private static int lastLine(String text) {
    return text.length() - 1 - text.lastIndexOf('\n');
  }
}
