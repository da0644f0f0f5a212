package io.rhyton.model.weight;

import io.rhyton.model.shape.ShapeText;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

/**
 * The numbers of a model: its weights by canonical name ({@code conv2d/kernel}), on the Java heap,
 * in the model's order. Immutable; equal if names, shapes and every bit are.
 */
public final class Weights {
  private final Map<String, Entry> entries;

  private Weights(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /** Starts an empty set of weights. */
  public static Builder builder() {
    return new Builder();
  }

  /** The canonical names, in the model's order. */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /** Whether there is a weight of that name. */
  public boolean contains(String name) {
    return entries.containsKey(name);
  }

  /**
   * The shape of a weight.
   *
   * @throws IllegalArgumentException if there is no weight of that name
   */
  public Shape shape(String name) {
    return entry(name).shape;
  }

  /**
   * A copy of a weight's values, the last axis fastest.
   *
   * @throws IllegalArgumentException if there is no weight of that name
   */
  public float[] values(String name) {
    return entry(name).values.clone();
  }

  /**
   * A read-only view of a weight.
   *
   * @throws IllegalArgumentException if there is no weight of that name
   */
  public FloatNdArray get(String name) {
    Entry entry = entry(name);
    return NdArrays.wrap(entry.shape, DataBuffers.of(entry.values, true, false));
  }

  /**
   * The values of a weight without a copy, to read from once.
   *
   * @throws IllegalArgumentException if there is no weight of that name
   */
  public FloatBuffer buffer(String name) {
    return FloatBuffer.wrap(entry(name).values).asReadOnlyBuffer();
  }

  /** The number of values in all weights. */
  public long parameterCount() {
    return entries.values().stream().mapToLong(entry -> entry.values.length).sum();
  }

  private Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "no weight named '" + name + "'; there are " + entries.keySet());
    }
    return entry;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Weights that
        && List.copyOf(entries.entrySet()).equals(List.copyOf(that.entries.entrySet()));
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return "Weights" + entries;
  }

  /** Collects weights in order. */
  public static final class Builder {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a weight. The values are copied.
     *
     * @param name the canonical name
     * @param shape its shape
     * @param values as many as the shape holds, the last axis fastest
     * @throws IllegalArgumentException if the name is taken or the count does not fit the shape
     */
    public Builder add(String name, Shape shape, float[] values) {
      if (shape.size() != values.length) {
        throw new IllegalArgumentException(
            "weight '"
                + name
                + "' of shape "
                + ShapeText.of(shape)
                + " must have "
                + shape.size()
                + " values, got "
                + values.length);
      }
      if (entries.put(name, new Entry(shape, values.clone())) != null) {
        throw new IllegalArgumentException("weight '" + name + "' is there twice");
      }
      return this;
    }

    /** The weights added so far. */
    public Weights build() {
      return new Weights(new LinkedHashMap<>(entries));
    }
  }

  private static final class Entry {
    private final Shape shape;
    private final float[] values;

    Entry(Shape shape, float[] values) {
      this.shape = shape;
      this.values = values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry that
          && shape.equals(that.shape)
          && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Objects.hash(shape, Arrays.hashCode(values));
    }

    @Override
    public String toString() {
      return ShapeText.of(shape);
    }
  }
}
