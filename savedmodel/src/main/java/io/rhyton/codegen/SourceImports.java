package io.rhyton.codegen;

import java.util.Set;
import java.util.TreeSet;

/** The imports of a program, collected while its code is printed. */
final class SourceImports {
  private final Set<String> types = new TreeSet<>();
  private final Set<String> constants = new TreeSet<>();

  /** Imports a type and returns its simple name. */
  String type(Class<?> type) {
    types.add(name(type));
    return type.getSimpleName();
  }

  /** Returns the name of a type in code, with dots before nested types. */
  private static String name(Class<?> type) {
    return type.getName().replace('$', '.');
  }

  /** Returns a type as the receiver of a static call. */
  SourceExpression of(Class<?> type) {
    return SourceExpression.of(type(type));
  }

  /** Imports an enum constant statically and returns its name. */
  SourceExpression constant(Enum<?> constant) {
    return constant(constant.getDeclaringClass(), constant.name());
  }

  /** Imports a constant statically and returns its name. */
  SourceExpression constant(Class<?> type, String name) {
    constants.add(name(type) + "." + name);
    return SourceExpression.of(name);
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
