package io.rhyton.training.fit;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Epochs, batch size and steps per epoch.
 *
 * @param epochs the number of the last epoch
 * @param initialEpoch epochs already trained; the first one here is epoch {@code initialEpoch + 1}
 * @param batchSize samples per step; the last batch of an epoch may be smaller
 * @param stepsPerEpoch steps per epoch; one pass over the data if null
 */
public record EpochOptions(
    int epochs, int initialEpoch, int batchSize, @Nullable Integer stepsPerEpoch) {

  /**
   * Creates the options.
   *
   * @throws IllegalArgumentException if an option is outside its range
   */
  public EpochOptions {
    Arguments.requirePositive("epochs", epochs);
    Arguments.requireNotNegative("initialEpoch", initialEpoch);
    Arguments.requirePositive("batchSize", batchSize);
    if (stepsPerEpoch != null) {
      Arguments.requirePositive("stepsPerEpoch", stepsPerEpoch);
    }
  }

  static EpochOptions epochs(int epochs) {
    return new EpochOptions(epochs, 0, 32, null);
  }

  EpochOptions initialEpoch(int initialEpoch) {
    return new EpochOptions(epochs, initialEpoch, batchSize, stepsPerEpoch);
  }

  EpochOptions batchSize(int batchSize) {
    return new EpochOptions(epochs, initialEpoch, batchSize, stepsPerEpoch);
  }

  EpochOptions stepsPerEpoch(int stepsPerEpoch) {
    return new EpochOptions(epochs, initialEpoch, batchSize, stepsPerEpoch);
  }
}
