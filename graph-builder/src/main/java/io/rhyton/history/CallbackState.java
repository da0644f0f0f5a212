package io.rhyton.history;

import io.rhyton.error.Arguments;
import io.rhyton.model.weight.Weights;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state of a callback, from which an interrupted training can be resumed.
 *
 * @param numbers values by names that the callback chooses; copied
 * @param weights the weights that the callback stores; null if it stores none
 */
public record CallbackState(Map<String, Double> numbers, @Nullable Weights weights) {
  /** The empty state. */
  public static final CallbackState NONE = new CallbackState(Map.of(), null);

  public CallbackState {
    numbers = Arguments.copyOf("numbers", numbers);
  }

  /** Returns this state with one more value; unchanged if it is null. */
  public CallbackState with(String name, @Nullable Number value) {
    Objects.requireNonNull(name, "name");
    if (value == null) {
      return this;
    }
    Map<String, Double> more = new HashMap<>(numbers);
    more.put(name, value.doubleValue());
    return new CallbackState(more, weights);
  }

  /** Returns this state with these weights; without weights if null. */
  public CallbackState with(@Nullable Weights weights) {
    return new CallbackState(numbers, weights);
  }

  /** The value with that name; null if there is none. */
  public @Nullable Double number(String name) {
    Objects.requireNonNull(name, "name");
    return numbers.get(name);
  }

  /** The integer with that name; 0 if there is none. */
  public int intNumber(String name) {
    Objects.requireNonNull(name, "name");
    return (int) longNumber(name);
  }

  /** The 64-bit integer with that name; 0 if there is none. */
  public long longNumber(String name) {
    Objects.requireNonNull(name, "name");
    return numbers.getOrDefault(name, 0.0).longValue();
  }
}
