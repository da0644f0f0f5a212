package io.rhyton.examples.arguments;

import io.rhyton.error.ModelException;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls one constructor or method with one argument that is null or an edge of its type. */
final class ArgumentCheck {
  /** What a message may be long; a file name in it may be longer. */
  private static final int LONGEST_MESSAGE = 2_000;

  private final Executable executable;
  private final Object on;
  private final Object[] arguments;

  private ArgumentCheck(Executable executable, Object on, Object[] arguments) {
    this.executable = executable;
    this.on = on;
    this.arguments = arguments;
  }

  /** Returns a check; empty if the samples have no arguments, or no instance to call it on. */
  static Optional<ArgumentCheck> of(Executable executable, Samples samples) {
    boolean isStatic =
        !(executable instanceof Method) || Modifier.isStatic(executable.getModifiers());
    Optional<Object> on =
        isStatic ? Optional.of("none") : samples.instance(executable.getDeclaringClass());
    return samples
        .arguments(executable)
        .flatMap(arguments -> on.map(each -> new ArgumentCheck(executable, each, arguments)));
  }

  /** What is wrong with each null: every one must be refused with the name of its parameter. */
  List<String> nullProblems() {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      Parameter parameter = executable.getParameters()[i];
      if (parameter.getType().isPrimitive() || isNullable(parameter.getAnnotatedType())) {
        continue;
      }
      Throwable thrown = thrown(i, null);
      if (!(thrown instanceof NullPointerException)
          || !parameter.getName().equals(thrown.getMessage())) {
        problems.add(text(i, "null", thrown));
      }
      // The elements of an iterable are seen when it is read.
      Optional<Object> holder =
          parameter.getType() == Iterable.class ? Optional.empty() : withNull(arguments[i]);
      if (holder.isPresent()) {
        Throwable within = thrown(i, holder.get());
        if (!namesNull(within, parameter.getName())) {
          problems.add(text(i, "an element that is null", within));
        }
      }
    }
    return problems;
  }

  private static boolean namesNull(@Nullable Throwable thrown, String name) {
    if (thrown == null || thrown.getMessage() == null) {
      return false;
    }
    return thrown instanceof NullPointerException
        ? thrown.getMessage().equals(name + " must not contain null")
        : isRefusal(thrown) && thrown.getMessage().contains("null");
  }

  private static Optional<Object> withNull(Object argument) {
    if (argument instanceof List<?>) {
      return Optional.of(Collections.singletonList(null));
    }
    if (argument instanceof Map<?, ?> map) {
      return Optional.of(
          new HashMap<>(Collections.singletonMap(map.keySet().iterator().next(), null)));
    }
    return argument instanceof Object[]
        ? Optional.of(Array.newInstance(argument.getClass().getComponentType(), 1))
        : Optional.empty();
  }

  /** The problems with edge values: each must be accepted, or rejected with a one-line message. */
  List<String> edgeProblems(boolean takesIndices) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      for (Object edge : Edges.of(executable.getGenericParameterTypes()[i])) {
        Throwable thrown = thrown(i, edge);
        boolean ofIndex = takesIndices && thrown instanceof IndexOutOfBoundsException;
        if (thrown != null && !ofIndex && !(isRefusal(thrown) && isLine(thrown.getMessage()))) {
          problems.add(text(i, shown(edge), thrown));
        }
      }
    }
    return problems;
  }

  private static boolean isRefusal(Throwable thrown) {
    return thrown instanceof ModelException
        || thrown instanceof IllegalStateException
        || (thrown instanceof IllegalArgumentException
            && !(thrown instanceof NumberFormatException));
  }

  private static boolean isLine(@Nullable String message) {
    return message != null
        && message.length() <= LONGEST_MESSAGE
        && message.chars().noneMatch(Character::isISOControl);
  }

  private @Nullable Throwable thrown(int index, @Nullable Object argument) {
    Object[] changed = arguments.clone();
    changed[index] = argument;
    try {
      Samples.call(executable, on, changed);
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class)
        || (type instanceof AnnotatedArrayType array && array.isAnnotationPresent(Nullable.class));
  }

  private static String shown(Object edge) {
    String text =
        edge instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(edge);
    return edge.getClass().isArray() && !(edge instanceof Object[])
        ? Array.getLength(edge) == 0 ? "[]" : "[" + Array.get(edge, 0) + ", ...]"
        : text.length() > 30 ? text.substring(0, 30).replace('\n', ' ') + "…" : text;
  }

  private String text(int index, String argument, @Nullable Throwable thrown) {
    String name = executable.getParameters()[index].getName();
    String result = thrown == null ? "nothing" : String.valueOf(thrown);
    String first =
        thrown == null || thrown.getStackTrace().length == 0
            ? ""
            : " at " + thrown.getStackTrace()[0];
    return PublicApi.text(executable)
        + ": "
        + name
        + " = "
        + argument
        + " throws "
        + (result.length() > 300 ? result.substring(0, 300) + "…" : result)
        + first;
  }
}
