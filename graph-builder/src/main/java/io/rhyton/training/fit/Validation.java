package io.rhyton.training.fit;

import io.rhyton.data.Source;
import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The data to validate on during training, and how often.
 *
 * @param split the fraction of the training data to hold out, from its end, in [0, 1)
 * @param data the validation data, instead of a split
 * @param freq epochs between validations, at least 1
 */
public record Validation(double split, @Nullable Source data, int freq) {
  static final Validation NONE = new Validation(0, null, 1);

  /**
   * Creates the options.
   *
   * @throws IllegalArgumentException if a number is outside its range, or both a split and
   *     validation data are given
   */
  public Validation {
    Arguments.requireFraction("validationSplit", split);
    Arguments.requirePositive("validationFreq", freq);
    if (data != null && split > 0) {
      throw new IllegalArgumentException("set either validationData or validationSplit, not both");
    }
  }

  Validation split(double split) {
    return new Validation(split, data, freq);
  }

  Validation data(Source data) {
    return new Validation(split, data, freq);
  }

  Validation freq(int freq) {
    return new Validation(split, data, freq);
  }
}
