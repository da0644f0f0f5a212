package io.rhyton.examples.arguments;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Valid values of any type: registered ones, or made by the type's own factories and constructors
 * from values of their parameters.
 */
final class Samples {
  private static final int DEEPEST = 5;

  private final Map<Class<?>, Object> registered = new HashMap<>();
  private final Set<Class<?>> impossible = new HashSet<>();

  /** Declares that a type has no value, although it has a factory. */
  Samples without(Class<?> type) {
    impossible.add(type);
    return this;
  }

  /** Registers the value of a type. */
  Samples with(Class<?> type, Object value) {
    registered.put(type, value);
    return this;
  }

  /** A value for each parameter; empty if one cannot be made. */
  Optional<Object[]> arguments(Executable executable) {
    return arguments(executable, 0);
  }

  /** An instance to call a method on. */
  Optional<Object> instance(Class<?> type) {
    return make(type, 0);
  }

  private Optional<Object[]> arguments(Executable executable, int depth) {
    Type[] types = executable.getGenericParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      Optional<Object> made = make(types[i], depth);
      if (made.isEmpty()) {
        return Optional.empty();
      }
      arguments[i] = made.get();
    }
    return Optional.of(arguments);
  }

  private Optional<Object> make(Type type, int depth) {
    Class<?> raw = raw(type);
    Object known = registered.get(raw);
    if (known != null) {
      return Optional.of(known);
    }
    if (raw.isArray()) {
      return array(raw, type, depth);
    }
    if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
      return make(argument(type, 0), depth).map(List::of);
    }
    if (raw == Set.class) {
      return make(argument(type, 0), depth).map(Set::of);
    }
    if (raw == Map.class) {
      Optional<Object> key = make(argument(type, 0), depth);
      Optional<Object> value = make(argument(type, 1), depth);
      return key.isEmpty() || value.isEmpty()
          ? Optional.empty()
          : Optional.of(Map.of(key.get(), value.get()));
    }
    if (raw == Stream.class) {
      return make(argument(type, 0), depth).map(Stream::of);
    }
    if (raw.isEnum()) {
      return Optional.of(raw.getEnumConstants()[0]);
    }
    if (depth > DEEPEST || impossible.contains(raw)) {
      return Optional.empty();
    }
    Optional<Object> made = raw.isSealed() ? permitted(raw, depth) : byItself(raw, type, depth);
    made.ifPresentOrElse(value -> registered.put(raw, value), () -> noted(raw, depth));
    return made;
  }

  private void noted(Class<?> raw, int depth) {
    if (depth == 0) {
      impossible.add(raw);
    }
  }

  private Optional<Object> permitted(Class<?> sealed, int depth) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .map(each -> make(each, depth + 1))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Object> byItself(Class<?> raw, Type type, int depth) {
    if (raw.isInterface() && !raw.getName().startsWith("org.tensorflow")) {
      return Optional.of(proxy(raw, type));
    }
    if (!raw.getName().startsWith("io.rhyton")) {
      return Optional.empty();
    }
    List<Executable> makers = new ArrayList<>();
    for (Method method : raw.getDeclaredMethods()) {
      if (Modifier.isStatic(method.getModifiers())
          && Modifier.isPublic(method.getModifiers())
          && method.getReturnType() == raw) {
        makers.add(method);
      }
    }
    for (Constructor<?> constructor : raw.getConstructors()) {
      makers.add(constructor);
    }
    makers.sort(Comparator.comparing(Executable::getParameterCount).thenComparing(PublicApi::text));
    for (Executable maker : makers) {
      Optional<Object> made = arguments(maker, depth + 1).flatMap(each -> made(maker, each));
      if (made.isPresent()) {
        return made;
      }
    }
    return Optional.empty();
  }

  private static Optional<Object> made(Executable maker, Object[] arguments) {
    try {
      return Optional.ofNullable(call(maker, null, arguments));
    } catch (InvocationTargetException e) {
      return Optional.empty();
    }
  }

  /** Calls a method or a constructor. */
  static Object call(Executable executable, Object on, Object[] arguments)
      throws InvocationTargetException {
    try {
      return executable instanceof Method method
          ? method.invoke(on, arguments)
          : ((Constructor<?>) executable).newInstance(arguments);
    } catch (IllegalAccessException | InstantiationException e) {
      throw new LinkageError(executable.toString(), e);
    }
  }

  private Object proxy(Class<?> raw, Type type) {
    return Proxy.newProxyInstance(
        raw.getClassLoader(),
        new Class<?>[] {raw},
        (proxy, method, arguments) -> answer(proxy, method, arguments, type));
  }

  /** An answer of the type that a method returns; the first argument of one of the interface. */
  private Object answer(Object proxy, Method method, Object[] arguments, Type type) {
    return switch (method.getName()) {
      case "toString" -> "sample";
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> proxy == arguments[0];
      default -> {
        Class<?> returned = method.getReturnType();
        if (returned == void.class) {
          yield null;
        }
        if (method.getGenericReturnType() instanceof TypeVariable<?> variable
            && type instanceof ParameterizedType of) {
          int index = Arrays.asList(raw(type).getTypeParameters()).indexOf(variable);
          if (index >= 0) {
            yield make(of.getActualTypeArguments()[index], 1).orElse(null);
          }
        }
        yield make(method.getGenericReturnType(), 1).orElse(null);
      }
    };
  }

  private Optional<Object> array(Class<?> raw, Type type, int depth) {
    Type element =
        type instanceof GenericArrayType of ? of.getGenericComponentType() : raw.getComponentType();
    return make(element, depth)
        .map(
            value -> {
              Object array = Array.newInstance(raw.getComponentType(), 1);
              Array.set(array, 0, value);
              return array;
            });
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType of ? of.getActualTypeArguments()[index] : Object.class;
  }

  /** The class of a type; the bound of a variable. */
  static Class<?> raw(Type type) {
    if (type instanceof Class<?> known) {
      return known;
    }
    if (type instanceof ParameterizedType of) {
      return (Class<?>) of.getRawType();
    }
    if (type instanceof GenericArrayType of) {
      return raw(of.getGenericComponentType()).arrayType();
    }
    if (type instanceof WildcardType wildcard) {
      return raw(wildcard.getUpperBounds()[0]);
    }
    return raw(((TypeVariable<?>) type).getBounds()[0]);
  }
}
