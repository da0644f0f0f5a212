package io.rhyton.codegen;

import io.rhyton.model.schedule.ConstantLearningRate;
import io.rhyton.model.shape.Border1D;
import io.rhyton.model.shape.Border2D;
import io.rhyton.model.shape.Interval;
import io.rhyton.model.shape.Size2D;
import io.rhyton.model.weight.WeightOptions;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Prints a record with its non-default options: {@code of} with the first components, and a call
 * for each other component that differs from its default.
 *
 * <p>Each printed step is also executed on the record, so records that such calls cannot produce
 * are recognized, and printed as a constructor call.
 */
final class RecordSource {
  private final SourceImports imports;

  RecordSource(SourceImports imports) {
    this.imports = imports;
  }

  SourceExpression print(Record value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    return IntStream.rangeClosed(0, components.length)
        .mapToObj(count -> made(value, components, count))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> constructor(value, components));
  }

  /** Returns the record built from the factory that takes its first components. */
  private Optional<SourceExpression> made(Record value, RecordComponent[] components, int count) {
    List<@Nullable Object> first = new ArrayList<>();
    Arrays.stream(components).limit(count).forEach(component -> first.add(get(component, value)));
    return forms(first)
        .flatMap(
            arguments ->
                methods(value.getClass(), "of", arguments, true)
                    .map(method -> call(method, null, arguments))
                    .flatMap(Optional::stream)
                    .filter(made -> made.getClass() == value.getClass())
                    .map(
                        made ->
                            options(
                                value,
                                made,
                                imports.of(value.getClass()).call("of", arguments(arguments)))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Returns the calls that change one record into another; empty if there are none. */
  private Optional<SourceExpression> options(Record value, Object start, SourceExpression text) {
    return Optional.ofNullable(grouped(new Step(start, text), List.of(), value))
        .map(step -> step.text);
  }

  /**
   * Returns the step that sets an option to another value; null if there is none.
   *
   * @param path the component of the record or, for an option of a group, the components that lead
   *     to it
   */
  private @Nullable Step changed(Step from, List<RecordComponent> path, @Nullable Object wanted) {
    Object present = get(path, from.made);
    if (Objects.equals(wanted, present)) {
      return from;
    }
    if (wanted instanceof Record part && present != null && present.getClass() == part.getClass()) {
      Step grouped = grouped(from, path, part);
      if (grouped != null) {
        return grouped;
      }
    }
    return path.size() == 1
        ? calls(from, path.get(0).getName(), wanted).findFirst().orElse(null)
        : ofGroup(from, path, wanted);
  }

  /** Does the same for a group of options, by the methods of the record that set one of them. */
  private @Nullable Step grouped(Step from, List<RecordComponent> path, Record wanted) {
    @Nullable Step step = from;
    for (List<RecordComponent> option : options(wanted.getClass())) {
      List<RecordComponent> whole = Stream.concat(path.stream(), option.stream()).toList();
      step = step == null ? null : changed(step, whole, get(option, wanted));
    }
    return step != null && wanted.equals(get(path, step.made)) ? step : null;
  }

  /**
   * Returns the options of a group. Those of weights are in Keras's order: the initializers of all
   * weights, their regularizers, their constraints.
   */
  private static List<List<RecordComponent>> options(Class<?> group) {
    List<RecordComponent> components = List.of(group.getRecordComponents());
    List<RecordComponent> weights =
        components.stream().filter(part -> part.getType() == WeightOptions.class).toList();
    List<List<RecordComponent>> options = new ArrayList<>();
    for (RecordComponent component : components) {
      if (!weights.contains(component)) {
        options.add(List.of(component));
      } else if (component == weights.get(0)) {
        for (RecordComponent part : WeightOptions.class.getRecordComponents()) {
          weights.forEach(weight -> options.add(List.of(weight, part)));
        }
      }
    }
    return options;
  }

  /**
   * Does the same for an option of a group: the method has its name, perhaps after the name of the
   * weight, as {@code kernelInitializer} for {@code initializer}.
   */
  private @Nullable Step ofGroup(Step from, List<RecordComponent> path, @Nullable Object wanted) {
    String name = path.get(path.size() - 1).getName();
    String end = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    Stream<String> longer =
        Arrays.stream(from.made.getClass().getMethods())
            .map(Method::getName)
            .filter(method -> method.endsWith(end))
            .distinct();
    return Stream.concat(Stream.of(name), longer)
        .flatMap(method -> calls(from, method, wanted))
        .filter(step -> Objects.equals(wanted, get(path, step.made)))
        .findFirst()
        .orElse(null);
  }

  private Stream<Step> calls(Step from, String name, @Nullable Object wanted) {
    // A method without arguments enables an option.
    Stream<List<@Nullable Object>> forms =
        Stream.concat(
            forms(Arrays.asList(wanted)),
            Boolean.TRUE.equals(wanted) ? Stream.of(List.of()) : Stream.empty());
    Object of = from.made;
    return forms.flatMap(
        arguments ->
            methods(of.getClass(), name, arguments, false)
                .map(method -> call(method, of, arguments))
                .flatMap(Optional::stream)
                .filter(made -> made.getClass() == of.getClass())
                .map(made -> new Step(made, from.text.call(name, arguments(arguments)))));
  }

  /**
   * Returns the ways to pass values as arguments: sizes and the like as few numbers as possible, or
   * all.
   */
  private static Stream<List<@Nullable Object>> forms(List<@Nullable Object> values) {
    List<@Nullable Object> short_ = new ArrayList<>();
    List<@Nullable Object> long_ = new ArrayList<>();
    for (@Nullable Object value : values) {
      if (value instanceof Size2D size) {
        short_.add(size.height());
        long_.add(size.height());
        long_.add(size.width());
        if (size.height() != size.width()) {
          short_.add(size.width());
        }
      } else if (value instanceof ConstantLearningRate rate) {
        short_.add(rate.value());
        long_.add(rate.value());
      } else if (value instanceof Interval interval) {
        short_.add(interval.upper());
        long_.addAll(List.of(interval.lower(), interval.upper()));
      } else if (value instanceof Border1D border) {
        List<Integer> ends = List.of(border.before(), border.after());
        short_.addAll(border.before() == border.after() ? ends.subList(0, 1) : ends);
        long_.addAll(ends);
      } else if (value instanceof Border2D border) {
        short_.addAll(sides(border));
        long_.addAll(List.of(border.top(), border.bottom(), border.left(), border.right()));
      } else {
        short_.add(value);
        long_.add(value);
      }
    }
    // Last, the elements of lists, for varargs methods.
    List<@Nullable Object> spread = new ArrayList<>();
    for (@Nullable Object value : values) {
      if (value instanceof List<?> list) {
        spread.addAll(list);
      } else {
        spread.add(value);
      }
    }
    return Stream.of(short_, long_, values, spread);
  }

  /** Returns one number for all sides, or two for opposite ones, or all four. */
  private static List<Integer> sides(Border2D border) {
    if (border.top() != border.bottom() || border.left() != border.right()) {
      return List.of(border.top(), border.bottom(), border.left(), border.right());
    }
    return border.top() == border.left()
        ? List.of(border.top())
        : List.of(border.top(), border.left());
  }

  private static Stream<Method> methods(
      Class<?> type, String name, List<@Nullable Object> arguments, boolean isStatic) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .filter(method -> Modifier.isStatic(method.getModifiers()) == isStatic)
        .filter(method -> accepts(method, arguments));
  }

  private static boolean accepts(Method method, List<@Nullable Object> arguments) {
    Class<?>[] parameters = method.getParameterTypes();
    Type[] generic = method.getGenericParameterTypes();
    if (method.isVarArgs()) {
      return parameters.length == 1
          && arguments.stream()
              .allMatch(argument -> accepts(parameters[0].getComponentType(), argument));
    }
    return parameters.length == arguments.size()
        && IntStream.range(0, parameters.length)
            .allMatch(
                i ->
                    accepts(parameters[i], arguments.get(i))
                        && SourceRank.accepts(generic[i], arguments.get(i)));
  }

  private static boolean accepts(Class<?> parameter, @Nullable Object argument) {
    if (argument == null) {
      return !parameter.isPrimitive();
    }
    return parameter.isInstance(argument)
        || (parameter == int.class && argument instanceof Integer)
        || (parameter == long.class && argument instanceof Long)
        || (parameter == double.class && argument instanceof Double)
        || (parameter == boolean.class && argument instanceof Boolean);
  }

  private List<SourceExpression> arguments(List<@Nullable Object> values) {
    return values.stream().map(this::value).toList();
  }

  private SourceExpression value(@Nullable Object value) {
    if (value instanceof Integer number) {
      return SourceExpression.of(number);
    } else if (value instanceof Long number) {
      return SourceExpression.of(number);
    } else if (value instanceof Double number) {
      return SourceExpression.of(number);
    } else if (value instanceof Boolean flag) {
      return SourceExpression.of(flag);
    } else if (value instanceof String text) {
      return SourceExpression.string(text);
    } else if (value instanceof Enum<?> constant) {
      return imports.constant(constant);
    } else if (value instanceof Record part) {
      return print(part);
    } else if (value instanceof Shape shape) {
      return imports
          .of(Shape.class)
          .call("of", Arrays.stream(shape.asArray()).mapToObj(SourceExpression::of).toList());
    } else if (value instanceof List<?> list) {
      return imports.of(List.class).call("of", list.stream().map(this::element).toList());
    } else if (value == null) {
      return SourceExpression.of("null");
    }
    throw new IllegalStateException("a record holds " + value.getClass());
  }

  /** Prints a value in a list, whose type must be explicit in the code. */
  private SourceExpression element(Object value) {
    return value instanceof Long || value instanceof Double
        ? SourceExpression.boxed((Number) value)
        : value(value);
  }

  private SourceExpression constructor(Record value, RecordComponent[] components) {
    String generic = value.getClass().getTypeParameters().length == 0 ? "" : "<>";
    return SourceExpression.function(
        "new " + imports.type(value.getClass()) + generic,
        Arrays.stream(components).map(component -> value(get(component, value))).toList());
  }

  private static @Nullable Object get(RecordComponent component, Object value) {
    return call(component.getAccessor(), value, List.of()).orElse(null);
  }

  /** Returns the component of a component, and so on. */
  private static @Nullable Object get(List<RecordComponent> path, Object value) {
    @Nullable Object part = value;
    for (RecordComponent component : path) {
      part = part == null ? null : get(component, part);
    }
    return part;
  }

  /** Returns the result of a method; empty if it is null or the method rejects the arguments. */
  private static Optional<Object> call(
      Method method, @Nullable Object on, List<@Nullable Object> arguments) {
    try {
      return Optional.ofNullable(
          method.invoke(on, method.isVarArgs() ? inArray(method, arguments) : arguments.toArray()));
    } catch (InvocationTargetException e) {
      return Optional.empty();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " is not public", e);
    }
  }

  /** Returns all arguments as one varargs array. */
  private static Object[] inArray(Method method, List<@Nullable Object> arguments) {
    Class<?> type = method.getParameterTypes()[0].getComponentType();
    Object array = Array.newInstance(type, arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      Array.set(array, i, arguments.get(i));
    }
    return new Object[] {array};
  }

  private record Step(Object made, SourceExpression text) {}
}
