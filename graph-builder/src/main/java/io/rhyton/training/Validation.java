package io.rhyton.training;

import io.rhyton.data.BatchSource;
import io.rhyton.data.Dataset;
import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What a training is validated on, and when.
 *
 * @param split the share of the training data to hold back from its end, in [0, 1)
 * @param data data of its own, instead of a share
 * @param source batches of its own, instead of a share
 * @param freq epochs from one validation to the next, at least 1
 */
public record Validation(
    double split, @Nullable Dataset data, @Nullable BatchSource source, int freq) {
  static final Validation NONE = new Validation(0, null, null, 1);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is outside its range, or more than one of data, source
   *     and share is given
   */
  public Validation {
    Arguments.requireFraction("validationSplit", split);
    Arguments.requirePositive("validationFreq", freq);
    if ((data != null || source != null) && split > 0) {
      throw new IllegalArgumentException("give either validationData or validationSplit, not both");
    }
  }

  Validation split(double split) {
    return new Validation(split, data, source, freq);
  }

  Validation data(Dataset data) {
    return new Validation(split, data, null, freq);
  }

  Validation source(BatchSource source) {
    return new Validation(split, null, source, freq);
  }

  Validation freq(int freq) {
    return new Validation(split, data, source, freq);
  }

  boolean isDue(int epoch) {
    return epoch % freq == 0;
  }
}
