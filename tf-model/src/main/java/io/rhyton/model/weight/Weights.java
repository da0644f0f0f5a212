package io.rhyton.model.weight;

import io.rhyton.error.MessageText;
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
 * The weights of a model by canonical name ({@code conv2d/kernel}), on the Java heap, in the order
 * of the model. Immutable; two instances are equal if names, shapes and all bits of the values are
 * equal.
 */
public final class Weights {
  private final Map<String, Entry> entries;

  private Weights(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /** Returns a builder without weights. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the canonical names, in the order of the model. */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /** Returns whether there is a weight with that name. */
  public boolean contains(String name) {
    Objects.requireNonNull(name, "name");
    return entries.containsKey(name);
  }

  /**
   * Returns the shape of a weight.
   *
   * @throws IllegalArgumentException if there is no weight with that name
   */
  public Shape shape(String name) {
    Objects.requireNonNull(name, "name");
    return entry(name).shape;
  }

  /**
   * Returns a copy of the values of a weight, in row-major order.
   *
   * @throws IllegalArgumentException if there is no weight with that name
   */
  public float[] values(String name) {
    Objects.requireNonNull(name, "name");
    return entry(name).values.clone();
  }

  /**
   * Returns a read-only view of a weight.
   *
   * @throws IllegalArgumentException if there is no weight with that name
   */
  public FloatNdArray get(String name) {
    Objects.requireNonNull(name, "name");
    Entry entry = entry(name);
    return NdArrays.wrap(entry.shape, DataBuffers.of(entry.values, true, false));
  }

  /**
   * Returns the values of a weight as a read-only buffer, without copying them.
   *
   * @throws IllegalArgumentException if there is no weight with that name
   */
  public FloatBuffer buffer(String name) {
    Objects.requireNonNull(name, "name");
    return FloatBuffer.wrap(entry(name).values).asReadOnlyBuffer();
  }

  /** Returns the total number of values. */
  public long parameterCount() {
    return entries.values().stream().mapToLong(entry -> entry.values.length).sum();
  }

  private Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "no weight named "
              + MessageText.name(name)
              + "; available: "
              + MessageText.list(entries.keySet()));
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
     * @param shape the shape
     * @param values the values in row-major order, as many as the shape holds
     * @throws IllegalArgumentException if the name is already used or the number of values does not
     *     match the shape
     */
    public Builder add(String name, Shape shape, float[] values) {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(shape, "shape");
      Objects.requireNonNull(values, "values");
      if (shape.size() != values.length) {
        throw new IllegalArgumentException(
            "weight "
                + MessageText.name(name)
                + " of shape "
                + ShapeText.of(shape)
                + " must have "
                + shape.size()
                + " values, got "
                + values.length);
      }
      if (entries.put(name, new Entry(shape, values.clone())) != null) {
        throw new IllegalArgumentException(
            "weight " + MessageText.name(name) + " is already present");
      }
      return this;
    }

    /** Returns the weights added so far. */
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
