package io.rhyton.examples.arguments;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The edges of types: extremes of numbers; empty, long and strange texts, lists and arrays. */
final class Edges {
  private static final String LONG = "a long value\n".repeat(4_000);

  private static final Map<Class<?>, List<?>> OF =
      Map.of(
          byte.class, List.of(Byte.MIN_VALUE, (byte) 0, (byte) -1, Byte.MAX_VALUE),
          char.class, List.of('\0', '\n', Character.MAX_VALUE),
          double.class,
              List.of(
                  Double.NaN,
                  Double.NEGATIVE_INFINITY,
                  Double.POSITIVE_INFINITY,
                  -Double.MAX_VALUE,
                  Double.MAX_VALUE,
                  Double.MIN_VALUE,
                  -1.0,
                  0.0,
                  -0.0),
          float.class,
              List.of(
                  Float.NaN,
                  Float.NEGATIVE_INFINITY,
                  Float.POSITIVE_INFINITY,
                  -Float.MAX_VALUE,
                  Float.MAX_VALUE,
                  Float.MIN_VALUE,
                  -1f,
                  0f),
          int.class, List.of(Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE),
          long.class, List.of(Long.MIN_VALUE, -1L, 0L, 1L, Long.MAX_VALUE),
          String.class, List.of("", " ", ".", "..", "a/b", "\0", "\r\n", "\ud800", "%s", LONG));

  private static final Map<Class<?>, Class<?>> BOXED =
      Map.of(
          Byte.class, byte.class,
          Character.class, char.class,
          Double.class, double.class,
          Float.class, float.class,
          Integer.class, int.class,
          Long.class, long.class);

  private Edges() {}

  /** The edges of a type; none if it has none. */
  static List<Object> of(Type type) {
    Class<?> raw = Samples.raw(type);
    List<?> known = OF.get(BOXED.getOrDefault(raw, raw));
    if (known != null) {
      return List.copyOf(known);
    }
    List<Object> edges = new ArrayList<>();
    if (raw.isArray()) {
      edges.add(Array.newInstance(raw.getComponentType(), 0));
      for (Object element : of(raw.getComponentType())) {
        Object array = Array.newInstance(raw.getComponentType(), 2);
        Array.set(array, 0, element);
        Array.set(array, 1, element);
        edges.add(array);
      }
    } else if (raw == List.class && type instanceof ParameterizedType list) {
      edges.add(List.of());
      for (Object element : of(list.getActualTypeArguments()[0])) {
        edges.add(List.of(element));
        edges.add(Collections.nCopies(5_000, element));
      }
    } else if (raw == Map.class && type instanceof ParameterizedType map) {
      edges.add(Map.of());
      for (Object key : of(map.getActualTypeArguments()[0])) {
        for (Object value : of(map.getActualTypeArguments()[1])) {
          edges.add(Map.of(key, value));
        }
      }
    }
    return edges;
  }
}
