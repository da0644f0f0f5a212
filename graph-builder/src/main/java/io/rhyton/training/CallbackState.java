package io.rhyton.training;

import io.rhyton.model.weight.Weights;
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

  /** Numbers alone. */
  public static CallbackState of(Map<String, Double> numbers) {
    return new CallbackState(numbers, null);
  }
}
