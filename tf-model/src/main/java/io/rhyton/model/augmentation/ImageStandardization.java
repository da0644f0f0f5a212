package io.rhyton.model.augmentation;

import io.rhyton.error.Arguments;
import java.util.Arrays;
import java.util.List;

/**
 * How an {@link ImageDataGenerator} brings the values of images to a common range, when all else is
 * done to them.
 *
 * @param featurewiseCenter whether the data's mean is taken from each channel; so it is with {@code
 *     featurewiseStdNormalization}
 * @param featurewiseStdNormalization whether each channel is divided by the data's standard
 *     deviation
 * @param samplewiseCenter whether an image's own mean is taken from it; so it is with {@code
 *     samplewiseStdNormalization}
 * @param samplewiseStdNormalization whether an image is divided by its own standard deviation
 * @param mean the data's, for each channel; none before it is measured
 * @param std the data's standard deviation, for each channel; none before it is measured
 */
public record ImageStandardization(
    boolean featurewiseCenter,
    boolean featurewiseStdNormalization,
    boolean samplewiseCenter,
    boolean samplewiseStdNormalization,
    List<Double> mean,
    List<Double> std) {

  /**
   * Centers what is to be divided.
   *
   * @throws IllegalArgumentException if a number is not finite, or there are not as many means as
   *     standard deviations
   */
  public ImageStandardization {
    featurewiseCenter |= featurewiseStdNormalization;
    samplewiseCenter |= samplewiseStdNormalization;
    mean.forEach(value -> Arguments.requireFinite("mean", value));
    std.forEach(value -> Arguments.requireNotNegative("std", value));
    if (mean.size() != std.size()) {
      throw new IllegalArgumentException(
          "std must be for each of " + mean.size() + " channels, got " + std);
    }
    mean = List.copyOf(mean);
    std = List.copyOf(std);
  }

  /** None at all. */
  public static ImageStandardization of() {
    return new ImageStandardization(false, false, false, false, List.of(), List.of());
  }

  /** Sets whether the data's mean is taken from each channel. */
  public ImageStandardization featurewiseCenter(boolean featurewiseCenter) {
    return new ImageStandardization(
        featurewiseCenter,
        featurewiseStdNormalization,
        samplewiseCenter,
        samplewiseStdNormalization,
        mean,
        std);
  }

  /** Sets whether each channel is divided by the data's standard deviation, too. */
  public ImageStandardization featurewiseStdNormalization(boolean featurewiseStdNormalization) {
    return new ImageStandardization(
        featurewiseCenter,
        featurewiseStdNormalization,
        samplewiseCenter,
        samplewiseStdNormalization,
        mean,
        std);
  }

  /** Sets whether an image's own mean is taken from it. */
  public ImageStandardization samplewiseCenter(boolean samplewiseCenter) {
    return new ImageStandardization(
        featurewiseCenter,
        featurewiseStdNormalization,
        samplewiseCenter,
        samplewiseStdNormalization,
        mean,
        std);
  }

  /** Sets whether an image is divided by its own standard deviation, too. */
  public ImageStandardization samplewiseStdNormalization(boolean samplewiseStdNormalization) {
    return new ImageStandardization(
        featurewiseCenter,
        featurewiseStdNormalization,
        samplewiseCenter,
        samplewiseStdNormalization,
        mean,
        std);
  }

  /** Sets what was measured of the data. */
  public ImageStandardization measured(double[] mean, double[] std) {
    return new ImageStandardization(
        featurewiseCenter,
        featurewiseStdNormalization,
        samplewiseCenter,
        samplewiseStdNormalization,
        Arrays.stream(mean).boxed().toList(),
        Arrays.stream(std).boxed().toList());
  }

  /** Whether anything is done. */
  public boolean standardizes() {
    return featurewiseCenter || samplewiseCenter;
  }
}
