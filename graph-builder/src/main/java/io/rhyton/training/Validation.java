package io.rhyton.training;

import io.rhyton.data.BatchSource;
import io.rhyton.data.Dataset;
import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The data that a training is validated on, and how often.
 *
 * @param split the fraction of the training data to hold out, from its end, in [0, 1)
 * @param data the validation data, instead of a split
 * @param source the validation batches, instead of a split
 * @param freq epochs between validations, at least 1
 */
public record Validation(
    double split, @Nullable Dataset data, @Nullable BatchSource source, int freq) {
  static final Validation NONE = new Validation(0, null, null, 1);

  /**
   * Creates options.
   *
   * @throws IllegalArgumentException if a number is outside its range, or both a split and
   *     validation data are given
   */
  public Validation {
    Arguments.requireFraction("validationSplit", split);
    Arguments.requirePositive("validationFreq", freq);
    if ((data != null || source != null) && split > 0) {
      throw new IllegalArgumentException("set either validationData or validationSplit, not both");
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
