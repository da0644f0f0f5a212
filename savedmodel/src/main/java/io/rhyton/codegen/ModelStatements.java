package io.rhyton.codegen;

import java.util.List;

/**
 * The statements of a method that builds a model.
 *
 * @param variables the local variables
 * @param result the return value
 */
record ModelStatements(List<Variable> variables, SourceExpression result) {
  private static final int WIDTH = 100;
  private static final int INDENT = 4;

  /** A local variable: its declaration (type and name) and its value. */
  record Variable(String declaration, SourceExpression value) {}

  /** Returns the body of the method. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Variable variable : variables) {
      declaration(text, variable);
    }
    line(text, "return ", result);
    return text.toString();
  }

  /** Prints a declaration, with its value on the next line if it does not fit on the same one. */
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
