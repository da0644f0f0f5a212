package io.rhyton.model.augmentation;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How an {@link ImageDataGenerator} normalizes the values of images, after all other augmentation.
 *
 * @param featurewiseCenter whether to subtract the mean of the data set from each channel; implied
 *     by {@code featurewiseStdNormalization}
 * @param featurewiseStdNormalization whether to divide each channel by the standard deviation of
 *     the data set
 * @param samplewiseCenter whether to center each image by subtracting its own mean; implied by
 *     {@code samplewiseStdNormalization}
 * @param samplewiseStdNormalization whether to divide each image by its own standard deviation
 * @param mean the mean of the data set per channel; empty until it is measured
 * @param std the standard deviation of the data set per channel; empty until it is measured
 */
public record ImageStandardization(
    boolean featurewiseCenter,
    boolean featurewiseStdNormalization,
    boolean samplewiseCenter,
    boolean samplewiseStdNormalization,
    List<Double> mean,
    List<Double> std) {

  /**
   * Enables centering where dividing by the standard deviation implies it.
   *
   * @throws IllegalArgumentException if a value is not finite, or the numbers of means and standard
   *     deviations differ
   */
  public ImageStandardization {
    mean = Arguments.copyOf("mean", mean);
    std = Arguments.copyOf("std", std);
    featurewiseCenter |= featurewiseStdNormalization;
    samplewiseCenter |= samplewiseStdNormalization;
    mean.forEach(value -> Arguments.requireFinite("mean", value));
    std.forEach(value -> Arguments.requireNotNegative("std", value));
    if (mean.size() != std.size()) {
      throw new IllegalArgumentException(
          "std must have a value for each of "
              + mean.size()
              + " channels, got "
              + MessageText.list(std));
    }
  }

  /** Creates options without normalization. */
  public static ImageStandardization of() {
    return new ImageStandardization(false, false, false, false, List.of(), List.of());
  }

  /** Sets whether to subtract the mean of the data set from each channel. */
  public ImageStandardization featurewiseCenter(boolean featurewiseCenter) {
    return new ImageStandardization(
        featurewiseCenter,
        featurewiseStdNormalization,
        samplewiseCenter,
        samplewiseStdNormalization,
        mean,
        std);
  }

  /** Sets whether to also divide each channel by the standard deviation of the data set. */
  public ImageStandardization featurewiseStdNormalization(boolean featurewiseStdNormalization) {
    return new ImageStandardization(
        featurewiseCenter,
        featurewiseStdNormalization,
        samplewiseCenter,
        samplewiseStdNormalization,
        mean,
        std);
  }

  /** Sets whether to center each image by subtracting its own mean. */
  public ImageStandardization samplewiseCenter(boolean samplewiseCenter) {
    return new ImageStandardization(
        featurewiseCenter,
        featurewiseStdNormalization,
        samplewiseCenter,
        samplewiseStdNormalization,
        mean,
        std);
  }

  /** Sets whether to also divide each image by its own standard deviation. */
  public ImageStandardization samplewiseStdNormalization(boolean samplewiseStdNormalization) {
    return new ImageStandardization(
        featurewiseCenter,
        featurewiseStdNormalization,
        samplewiseCenter,
        samplewiseStdNormalization,
        mean,
        std);
  }

  /** Sets the mean and standard deviation of the data set per channel. */
  public ImageStandardization measured(double[] mean, double[] std) {
    Objects.requireNonNull(mean, "mean");
    Objects.requireNonNull(std, "std");
    return new ImageStandardization(
        featurewiseCenter,
        featurewiseStdNormalization,
        samplewiseCenter,
        samplewiseStdNormalization,
        Arrays.stream(mean).boxed().toList(),
        Arrays.stream(std).boxed().toList());
  }

  /** Returns whether any normalization is enabled. */
  public boolean standardizes() {
    return featurewiseCenter || samplewiseCenter;
  }
}
