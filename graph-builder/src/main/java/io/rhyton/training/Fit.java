package io.rhyton.training;

import io.rhyton.data.Dataset;
import io.rhyton.model.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@link Model#fit}, with Keras's names and defaults.
 *
 * @param epochs the number of the last epoch
 * @param batchSize samples a step; the last step of an epoch takes what is left
 * @param validationSplit the share of the data, taken from its end before shuffling, that is not
 *     trained on but evaluated after every epoch; in [0, 1)
 * @param validationData data to evaluate after every epoch, instead of a share
 * @param initialEpoch epochs that ran before, so that the first one here has number {@code
 *     initialEpoch + 1}
 * @param shuffle whether every epoch takes the samples in a new order
 * @param seed the seed of that order; the model's if null
 * @param progress how to report
 */
public record Fit(
    int epochs,
    int batchSize,
    double validationSplit,
    @Nullable Dataset validationData,
    int initialEpoch,
    boolean shuffle,
    @Nullable Long seed,
    Progress progress) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is outside its range, or both validation data and a
   *     share are given
   */
  public Fit {
    Arguments.requirePositive("epochs", epochs);
    Arguments.requirePositive("batchSize", batchSize);
    Arguments.requireFraction("validationSplit", validationSplit);
    Arguments.requireNotNegative("initialEpoch", initialEpoch);
    if (validationData != null && validationSplit > 0) {
      throw new IllegalArgumentException("give either validationData or validationSplit, not both");
    }
  }

  /** So many epochs in batches of 32, shuffled, without validation. */
  public static Fit epochs(int epochs) {
    return new Fit(epochs, 32, 0, null, 0, true, null, Progress.AUTO);
  }

  /** Sets the samples a step, at least 1; 32 unless set. */
  public Fit batchSize(int batchSize) {
    return new Fit(
        epochs, batchSize, validationSplit, validationData, initialEpoch, shuffle, seed, progress);
  }

  /** Sets the share to validate on, in [0, 1); 0 unless set. */
  public Fit validationSplit(double validationSplit) {
    return new Fit(
        epochs, batchSize, validationSplit, validationData, initialEpoch, shuffle, seed, progress);
  }

  /** Sets the data to validate on; none unless set. */
  public Fit validationData(Dataset validationData) {
    return new Fit(
        epochs, batchSize, validationSplit, validationData, initialEpoch, shuffle, seed, progress);
  }

  /** Sets how many epochs ran before; 0 unless set. */
  public Fit initialEpoch(int initialEpoch) {
    return new Fit(
        epochs, batchSize, validationSplit, validationData, initialEpoch, shuffle, seed, progress);
  }

  /** Sets whether every epoch takes a new order; true unless set. */
  public Fit shuffle(boolean shuffle) {
    return new Fit(
        epochs, batchSize, validationSplit, validationData, initialEpoch, shuffle, seed, progress);
  }

  /** Sets the seed of the order; the model's unless set. */
  public Fit seed(long seed) {
    return new Fit(
        epochs, batchSize, validationSplit, validationData, initialEpoch, shuffle, seed, progress);
  }

  /** Sets how to report; {@link Progress#AUTO} unless set. */
  public Fit progress(Progress progress) {
    return new Fit(
        epochs, batchSize, validationSplit, validationData, initialEpoch, shuffle, seed, progress);
  }
}
