package io.rhyton.history;

import io.rhyton.model.weight.Weights;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a callback has found out so far, so that a training that was killed can go on.
 *
 * @param numbers by names of its own; copied
 * @param weights weights that it keeps; none if null
 */
public record CallbackState(Map<String, Double> numbers, @Nullable Weights weights) {
  /** Nothing. */
  public static final CallbackState NONE = new CallbackState(Map.of(), null);

  /** Copies the numbers. */
  public CallbackState {
    numbers = Map.copyOf(numbers);
  }

  /** With one more number; without it if it is null. */
  public CallbackState with(String name, @Nullable Number value) {
    if (value == null) {
      return this;
    }
    Map<String, Double> more = new HashMap<>(numbers);
    more.put(name, value.doubleValue());
    return new CallbackState(more, weights);
  }

  /** With these weights; none if null. */
  public CallbackState with(@Nullable Weights weights) {
    return new CallbackState(numbers, weights);
  }

  /** A number; null if there is none of that name. */
  public @Nullable Double number(String name) {
    return numbers.get(name);
  }

  /** A whole number; 0 if there is none of that name. */
  public int count(String name) {
    return (int) whole(name);
  }

  /** A whole number that may be more than an int holds; 0 if there is none of that name. */
  public long whole(String name) {
    return numbers.getOrDefault(name, 0.0).longValue();
  }
}
