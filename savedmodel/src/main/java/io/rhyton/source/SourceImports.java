package io.rhyton.source;

import java.util.Set;
import java.util.TreeSet;

/** The imports of a program, collected while its text is made. */
final class SourceImports {
  private final Set<String> types = new TreeSet<>();
  private final Set<String> constants = new TreeSet<>();

  /** The short name of a type. */
  String type(Class<?> type) {
    types.add(name(type));
    return type.getSimpleName();
  }

  /** As it stands in a program, where a type in a type is parted by a dot. */
  private static String name(Class<?> type) {
    return type.getName().replace('$', '.');
  }

  /** A call of a static method. */
  SourceExpression of(Class<?> type) {
    return SourceExpression.of(type(type));
  }

  /** A constant without its type. */
  SourceExpression constant(Enum<?> constant) {
    constants.add(name(constant.getDeclaringClass()) + "." + constant.name());
    return SourceExpression.of(constant.name());
  }

  boolean has(String simpleName) {
    return types.stream().anyMatch(type -> type.endsWith("." + simpleName));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    constants.forEach(constant -> text.append("import static ").append(constant).append(";\n"));
    text.append(constants.isEmpty() ? "" : "\n");
    types.forEach(type -> text.append("import ").append(type).append(";\n"));
    return text.toString();
  }
}
