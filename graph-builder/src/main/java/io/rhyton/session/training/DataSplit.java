package io.rhyton.session.training;

import io.rhyton.data.Dataset;
import io.rhyton.data.Source;
import io.rhyton.training.fit.Validation;
import org.jspecify.annotations.Nullable;

/**
 * A source, split into training and validation data.
 *
 * @param training the training data
 * @param validation the validation data; null if there is none
 */
record DataSplit(Source training, @Nullable Source validation) {

  /**
   * Splits a source.
   *
   * @throws IllegalArgumentException if a batch source would have to be split
   */
  static DataSplit of(Source source, Validation validation) {
    double split = validation.split();
    if (split == 0) {
      return new DataSplit(source, validation.data());
    }
    if (!(source instanceof Dataset samples)) {
      throw new IllegalArgumentException(
          "validationSplit must be 0 for a batch source, got "
              + split
              + "; use validationData instead");
    }
    // Keras splits before shuffling, and rounds the training fraction down.
    int trained = (int) Math.floor(samples.size() * (1 - split));
    return new DataSplit(samples.take(trained), samples.skip(trained));
  }
}
