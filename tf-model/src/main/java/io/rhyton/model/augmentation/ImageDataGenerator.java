package io.rhyton.model.augmentation;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.FillMode;
import io.rhyton.model.shape.Interval;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Random image augmentation during training. Every image is augmented with new random parameters in
 * every step; parameters are sampled uniformly from their ranges.
 *
 * <p>Applied in this order: geometric transformations, channel shift, brightness, standardization.
 * Operates on images as the data set yields them; labels are not modified.
 *
 * <p>Differences from Keras: there, {@code height_shift_range} shifts images horizontally and
 * {@code width_shift_range} vertically, and an image that is not square is rotated around a point
 * next to its center; here, every option does what its name says. Keras converts images to bytes to
 * adjust their brightness; here they stay floating point. {@code zca_whitening} is not supported;
 * instead of {@code rescale} and {@code validation_split}, use {@code Dataset.rescale} and {@code
 * Fit.validationSplit}.
 *
 * <pre>{@code
 * ImageDataGenerator augmentation = ImageDataGenerator.of().rotationRange(10).horizontalFlip(true);
 * model.fit(train, Fit.epochs(10).augmentation(augmentation));
 * }</pre>
 *
 * <p>Source: {@code keras/src/legacy/preprocessing/image.py}, Keras 3.15.
 *
 * @param geometricTransform the geometric transformations: rotation, shift, shear, zoom and flips
 * @param channelShiftRange the maximum value added to or subtracted from all channels, at least 0
 * @param brightnessRange the range of the brightness factor, at least 0; null for none
 * @param valueRange the values of black and white, to which brightness is clipped
 * @param standardization the normalization of the values
 */
public record ImageDataGenerator(
    GeometricTransform geometricTransform,
    double channelShiftRange,
    @Nullable Interval brightnessRange,
    Interval valueRange,
    ImageStandardization standardization) {

  /**
   * Validates the ranges.
   *
   * @throws IllegalArgumentException if an option is out of range
   */
  public ImageDataGenerator {
    Objects.requireNonNull(geometricTransform, "geometricTransform");
    Objects.requireNonNull(valueRange, "valueRange");
    Objects.requireNonNull(standardization, "standardization");
    Arguments.requireNotNegative("channelShiftRange", channelShiftRange);
    if (brightnessRange != null && brightnessRange.lower() < 0) {
      throw new IllegalArgumentException("brightnessRange must be >= 0, got " + brightnessRange);
    }
    if (valueRange.lower() == valueRange.upper()) {
      throw new IllegalArgumentException("valueRange must not be empty, got " + valueRange);
    }
  }

  /** Creates a generator that does not change the images. */
  public static ImageDataGenerator of() {
    return new ImageDataGenerator(
        GeometricTransform.of(), 0, null, Interval.BYTES, ImageStandardization.of());
  }

  private ImageDataGenerator geometricTransform(GeometricTransform geometricTransform) {
    return new ImageDataGenerator(
        geometricTransform, channelShiftRange, brightnessRange, valueRange, standardization);
  }

  private ImageDataGenerator standardization(ImageStandardization standardization) {
    return new ImageDataGenerator(
        geometricTransform, channelShiftRange, brightnessRange, valueRange, standardization);
  }

  /** Sets the maximum rotation in degrees, in either direction; defaults to 0. */
  public ImageDataGenerator rotationRange(double rotationRange) {
    return geometricTransform(geometricTransform.rotationRange(rotationRange));
  }

  /**
   * Sets the maximum horizontal shift, as a fraction of the width if below 1, otherwise in pixels;
   * defaults to 0.
   */
  public ImageDataGenerator widthShiftRange(double widthShiftRange) {
    return geometricTransform(
        geometricTransform.widthShiftRange(new ShiftRange(widthShiftRange, false)));
  }

  /**
   * Shifts horizontally by a whole number of pixels, less than the given one, in either direction.
   */
  public ImageDataGenerator widthShiftRange(int widthShiftRange) {
    return geometricTransform(
        geometricTransform.widthShiftRange(new ShiftRange(widthShiftRange, true)));
  }

  /**
   * Sets the maximum vertical shift, as a fraction of the height if below 1, otherwise in pixels;
   * defaults to 0.
   */
  public ImageDataGenerator heightShiftRange(double heightShiftRange) {
    return geometricTransform(
        geometricTransform.heightShiftRange(new ShiftRange(heightShiftRange, false)));
  }

  /**
   * Shifts vertically by a whole number of pixels, less than the given one, in either direction.
   */
  public ImageDataGenerator heightShiftRange(int heightShiftRange) {
    return geometricTransform(
        geometricTransform.heightShiftRange(new ShiftRange(heightShiftRange, true)));
  }

  /** Sets the maximum shear angle in degrees, in either direction; defaults to 0. */
  public ImageDataGenerator shearRange(double shearRange) {
    return geometricTransform(geometricTransform.shearRange(shearRange));
  }

  /**
   * Zooms by a random factor between {@code 1 - zoomRange} and {@code 1 + zoomRange}, independently
   * per axis; defaults to 0.
   *
   * @param zoomRange in [0, 1)
   */
  public ImageDataGenerator zoomRange(double zoomRange) {
    Arguments.requireFraction("zoomRange", zoomRange);
    return zoomRange(1 - zoomRange, 1 + zoomRange);
  }

  /**
   * Zooms by a random factor, independently per axis. As in Keras, factors above 1 zoom out.
   *
   * @param lower the minimum factor, above 0
   * @param upper the maximum factor
   */
  public ImageDataGenerator zoomRange(double lower, double upper) {
    return geometricTransform(geometricTransform.zoomRange(Interval.of(lower, upper)));
  }

  /** Sets whether to randomly flip images horizontally; defaults to false. */
  public ImageDataGenerator horizontalFlip(boolean horizontalFlip) {
    return geometricTransform(geometricTransform.horizontalFlip(horizontalFlip));
  }

  /** Sets whether to randomly flip images vertically; defaults to false. */
  public ImageDataGenerator verticalFlip(boolean verticalFlip) {
    return geometricTransform(geometricTransform.verticalFlip(verticalFlip));
  }

  /**
   * Multiplies the brightness by a random factor; none by default.
   *
   * @param lower the minimum factor, at least 0
   * @param upper the maximum factor
   */
  public ImageDataGenerator brightnessRange(double lower, double upper) {
    return new ImageDataGenerator(
        geometricTransform,
        channelShiftRange,
        Interval.of(lower, upper),
        valueRange,
        standardization);
  }

  /** Sets the values of black and white, to which brightness is clipped; defaults to 0 and 255. */
  public ImageDataGenerator valueRange(double lower, double upper) {
    return new ImageDataGenerator(
        geometricTransform,
        channelShiftRange,
        brightnessRange,
        Interval.of(lower, upper),
        standardization);
  }

  /**
   * Adds a random value of up to the given magnitude to each image, clipped to the range of values
   * in the image; defaults to 0.
   */
  public ImageDataGenerator channelShiftRange(double channelShiftRange) {
    return new ImageDataGenerator(
        geometricTransform, channelShiftRange, brightnessRange, valueRange, standardization);
  }

  /** Sets how points outside the image are filled; defaults to {@link FillMode#NEAREST}. */
  public ImageDataGenerator fillMode(FillMode fillMode) {
    return geometricTransform(geometricTransform.fillMode(fillMode));
  }

  /** Sets the fill value for {@link FillMode#CONSTANT}; defaults to 0. */
  public ImageDataGenerator cval(double cval) {
    return geometricTransform(geometricTransform.cval(cval));
  }

  /** Sets the interpolation order: 0 for nearest neighbor, 1 for bilinear; defaults to 1. */
  public ImageDataGenerator interpolationOrder(int interpolationOrder) {
    return geometricTransform(geometricTransform.interpolationOrder(interpolationOrder));
  }

  /**
   * Sets whether to subtract the mean of the data set from each channel, once it has been
   * {@linkplain #measured measured}; defaults to false.
   */
  public ImageDataGenerator featurewiseCenter(boolean featurewiseCenter) {
    return standardization(standardization.featurewiseCenter(featurewiseCenter));
  }

  /**
   * Sets whether to divide each channel by the standard deviation of the data set, which implies
   * subtracting its mean; defaults to false.
   */
  public ImageDataGenerator featurewiseStdNormalization(boolean featurewiseStdNormalization) {
    return standardization(
        standardization.featurewiseStdNormalization(featurewiseStdNormalization));
  }

  /** Sets whether to center each image by subtracting its own mean; defaults to false. */
  public ImageDataGenerator samplewiseCenter(boolean samplewiseCenter) {
    return standardization(standardization.samplewiseCenter(samplewiseCenter));
  }

  /**
   * Sets whether to divide each image by its own standard deviation, which implies subtracting its
   * mean; defaults to false.
   */
  public ImageDataGenerator samplewiseStdNormalization(boolean samplewiseStdNormalization) {
    return standardization(standardization.samplewiseStdNormalization(samplewiseStdNormalization));
  }

  /**
   * Sets the mean and standard deviation of the data set per channel, as measured by {@code
   * NormalizationStatistics} in {@code io.rhyton.data}.
   */
  public ImageDataGenerator measured(double[] mean, double[] std) {
    Objects.requireNonNull(mean, "mean");
    Objects.requireNonNull(std, "std");
    return standardization(standardization.measured(mean, std));
  }

  /**
   * Returns the options that differ from the defaults: {@code
   * ImageDataGenerator[rotationRange=15.0, horizontalFlip=true]}.
   */
  @Override
  public String toString() {
    return changes(this, of()).collect(Collectors.joining(", ", "ImageDataGenerator[", "]"));
  }

  private static Stream<String> changes(Record value, Record usual) {
    return Arrays.stream(value.getClass().getRecordComponents())
        .flatMap(
            component ->
                changes(component.getName(), get(component, value), get(component, usual)));
  }

  private static Stream<String> changes(
      String name, @Nullable Object value, @Nullable Object usual) {
    if (Objects.equals(value, usual)) {
      return Stream.of();
    }
    return value instanceof Record part
            && usual instanceof Record other
            && (part instanceof GeometricTransform || part instanceof ImageStandardization)
        ? changes(part, other)
        : Stream.of(name + "=" + value);
  }

  private static @Nullable Object get(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
