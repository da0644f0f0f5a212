package io.rhyton.training;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * How long a training lasts, and in which steps it goes.
 *
 * @param epochs the number of the last epoch
 * @param initialEpoch epochs that ran before, so that the first one here has number {@code
 *     initialEpoch + 1}
 * @param batchSize samples a step; the last step of an epoch takes what is left
 * @param stepsPerEpoch steps an epoch; as many as it takes to see every sample once if null
 */
public record Pace(int epochs, int initialEpoch, int batchSize, @Nullable Integer stepsPerEpoch) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is outside its range
   */
  public Pace {
    Arguments.requirePositive("epochs", epochs);
    Arguments.requireNotNegative("initialEpoch", initialEpoch);
    Arguments.requirePositive("batchSize", batchSize);
    if (stepsPerEpoch != null) {
      Arguments.requirePositive("stepsPerEpoch", stepsPerEpoch);
    }
  }

  static Pace epochs(int epochs) {
    return new Pace(epochs, 0, 32, null);
  }

  Pace initialEpoch(int initialEpoch) {
    return new Pace(epochs, initialEpoch, batchSize, stepsPerEpoch);
  }

  Pace batchSize(int batchSize) {
    return new Pace(epochs, initialEpoch, batchSize, stepsPerEpoch);
  }

  Pace stepsPerEpoch(int stepsPerEpoch) {
    return new Pace(epochs, initialEpoch, batchSize, stepsPerEpoch);
  }
}
