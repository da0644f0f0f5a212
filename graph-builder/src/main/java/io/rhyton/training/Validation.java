package io.rhyton.training;

import io.rhyton.data.Dataset;
import io.rhyton.data.Source;
import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The data that a training is validated on, and how often.
 *
 * @param split the fraction of the training data to hold out, from its end, in [0, 1)
 * @param data the validation data, instead of a split
 * @param freq epochs between validations, at least 1
 */
public record Validation(double split, @Nullable Source data, int freq) {
  static final Validation NONE = new Validation(0, null, 1);

  /**
   * Creates options.
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

  /**
   * What to train on: a source without the part to hold out.
   *
   * @throws IllegalArgumentException if a batch source would have to be split
   */
  Source trainedOn(Source source) {
    if (split == 0) {
      return source;
    }
    if (source instanceof Dataset samples) {
      return samples.take(trained(samples));
    }
    throw new IllegalArgumentException(
        "validationSplit must be 0 for a batch source, got "
            + split
            + "; use validationData instead");
  }

  /** What to validate on: the validation data, or the part of a data set to hold out, or null. */
  @Nullable Source validatedOn(Source source) {
    return split > 0 && source instanceof Dataset samples ? samples.skip(trained(samples)) : data;
  }

  /** Keras splits before shuffling, and rounds the training fraction down. */
  private int trained(Dataset samples) {
    return (int) Math.floor(samples.size() * (1 - split));
  }

  boolean isDue(int epoch) {
    return epoch % freq == 0;
  }
}
