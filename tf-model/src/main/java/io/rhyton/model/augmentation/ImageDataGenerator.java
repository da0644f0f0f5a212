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
 * How images are changed at random while a model trains, so that it never sees the same one twice.
 * Every image is drawn a change of its own in every step; half of a range is as likely as the other
 * half.
 *
 * <p>What is done, in this order: movements, shift of the channels, brightness, standardization. It
 * is given images as the data set delivers them, and labels stay as they are.
 *
 * <p>Where Keras differs: its {@code height_shift_range} moves images across and its {@code
 * width_shift_range} up and down, and it turns an image that is not square around a point beside
 * its centre; here each does what its name says. Keras makes bytes of images to change their
 * brightness, here they stay numbers. There is no {@code zca_whitening}; for {@code rescale} and
 * {@code validation_split} there are {@code Dataset.rescale} and {@code Fit.validationSplit}.
 *
 * <p>Source: {@code keras/src/legacy/preprocessing/image.py}, Keras 3.15.
 *
 * @param movement how images are turned, moved, leant, zoomed and mirrored
 * @param channelShiftRange up to how much is added to all values or taken away, at least 0
 * @param brightnessRange what brightness is multiplied by, at least 0; not at all if null
 * @param valueRange the values of black and white, between which brightness ends
 * @param standardization how values are brought to a common range
 */
public record ImageDataGenerator(
    ImageMovement movement,
    double channelShiftRange,
    @Nullable Interval brightnessRange,
    Interval valueRange,
    ImageStandardization standardization) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is outside its range
   */
  public ImageDataGenerator {
    Arguments.requireNotNegative("channelShiftRange", channelShiftRange);
    if (brightnessRange != null && brightnessRange.lower() < 0) {
      throw new IllegalArgumentException("brightnessRange must be >= 0, got " + brightnessRange);
    }
    if (valueRange.lower() == valueRange.upper()) {
      throw new IllegalArgumentException("valueRange must not be empty, got " + valueRange);
    }
  }

  /** Changes nothing. */
  public static ImageDataGenerator of() {
    return new ImageDataGenerator(
        ImageMovement.of(), 0, null, Interval.BYTES, ImageStandardization.of());
  }

  private ImageDataGenerator movement(ImageMovement movement) {
    return new ImageDataGenerator(
        movement, channelShiftRange, brightnessRange, valueRange, standardization);
  }

  private ImageDataGenerator standardization(ImageStandardization standardization) {
    return new ImageDataGenerator(
        movement, channelShiftRange, brightnessRange, valueRange, standardization);
  }

  /** Turns images by up to so many degrees, either way; 0 unless set. */
  public ImageDataGenerator rotationRange(double rotationRange) {
    return movement(movement.rotationRange(rotationRange));
  }

  /**
   * Moves images to either side, by up to a share of their width if it is below 1, else by up to so
   * many pixels; 0 unless set.
   */
  public ImageDataGenerator widthShiftRange(double widthShiftRange) {
    return movement(movement.widthShiftRange(new ShiftRange(widthShiftRange, false)));
  }

  /** Moves images to either side, by less than so many whole pixels. */
  public ImageDataGenerator widthShiftRange(int widthShiftRange) {
    return movement(movement.widthShiftRange(new ShiftRange(widthShiftRange, true)));
  }

  /**
   * Moves images up or down, by up to a share of their height if it is below 1, else by up to so
   * many pixels; 0 unless set.
   */
  public ImageDataGenerator heightShiftRange(double heightShiftRange) {
    return movement(movement.heightShiftRange(new ShiftRange(heightShiftRange, false)));
  }

  /** Moves images up or down, by less than so many whole pixels. */
  public ImageDataGenerator heightShiftRange(int heightShiftRange) {
    return movement(movement.heightShiftRange(new ShiftRange(heightShiftRange, true)));
  }

  /** Leans columns by up to so many degrees, either way; 0 unless set. */
  public ImageDataGenerator shearRange(double shearRange) {
    return movement(movement.shearRange(shearRange));
  }

  /**
   * Makes all smaller or larger by up to a share, across and down independently; 0 unless set.
   *
   * @param zoomRange at least 0, below 1
   */
  public ImageDataGenerator zoomRange(double zoomRange) {
    Arguments.requireFraction("zoomRange", zoomRange);
    return zoomRange(1 - zoomRange, 1 + zoomRange);
  }

  /**
   * Makes all smaller or larger, across and down independently.
   *
   * @param lower how many times as small at least, above 0
   * @param upper how many times as small at most
   */
  public ImageDataGenerator zoomRange(double lower, double upper) {
    return movement(movement.zoomRange(Interval.of(lower, upper)));
  }

  /** Sets whether half of the images are mirrored left to right; false unless set. */
  public ImageDataGenerator horizontalFlip(boolean horizontalFlip) {
    return movement(movement.horizontalFlip(horizontalFlip));
  }

  /** Mirrors half of the images left to right. */
  public ImageDataGenerator horizontalFlip() {
    return horizontalFlip(true);
  }

  /** Sets whether half of the images are mirrored top to bottom; false unless set. */
  public ImageDataGenerator verticalFlip(boolean verticalFlip) {
    return movement(movement.verticalFlip(verticalFlip));
  }

  /** Mirrors half of the images top to bottom. */
  public ImageDataGenerator verticalFlip() {
    return verticalFlip(true);
  }

  /**
   * Multiplies the brightness; not at all unless set.
   *
   * @param lower at least by this, at least 0
   * @param upper at most by this
   */
  public ImageDataGenerator brightnessRange(double lower, double upper) {
    return new ImageDataGenerator(
        movement, channelShiftRange, Interval.of(lower, upper), valueRange, standardization);
  }

  /**
   * Sets the values of black and white, between which brightness ends; those of a byte, 0 and 255,
   * unless set.
   */
  public ImageDataGenerator valueRange(double lower, double upper) {
    return new ImageDataGenerator(
        movement, channelShiftRange, brightnessRange, Interval.of(lower, upper), standardization);
  }

  /**
   * Adds up to so much to all values of an image, or takes it away, but not beyond the least and
   * the greatest of its values; 0 unless set.
   */
  public ImageDataGenerator channelShiftRange(double channelShiftRange) {
    return new ImageDataGenerator(
        movement, channelShiftRange, brightnessRange, valueRange, standardization);
  }

  /** Sets what is seen outside an image; {@link FillMode#NEAREST} unless set. */
  public ImageDataGenerator fillMode(FillMode fillMode) {
    return movement(movement.fillMode(fillMode));
  }

  /** Sets what is seen outside with {@link FillMode#CONSTANT}; 0 unless set. */
  public ImageDataGenerator cval(double cval) {
    return movement(movement.cval(cval));
  }

  /** Sets how pixels are made: 0 of the nearest one, 1 of the four around; 1 unless set. */
  public ImageDataGenerator interpolationOrder(int interpolationOrder) {
    return movement(movement.interpolationOrder(interpolationOrder));
  }

  /**
   * Sets whether the data's mean is taken from each channel, once it is {@linkplain #measured
   * measured}; false unless set.
   */
  public ImageDataGenerator featurewiseCenter(boolean featurewiseCenter) {
    return standardization(standardization.featurewiseCenter(featurewiseCenter));
  }

  /**
   * Sets whether each channel is divided by the data's standard deviation, too; false unless set.
   */
  public ImageDataGenerator featurewiseStdNormalization(boolean featurewiseStdNormalization) {
    return standardization(
        standardization.featurewiseStdNormalization(featurewiseStdNormalization));
  }

  /** Sets whether an image's own mean is taken from it; false unless set. */
  public ImageDataGenerator samplewiseCenter(boolean samplewiseCenter) {
    return standardization(standardization.samplewiseCenter(samplewiseCenter));
  }

  /** Sets whether an image is divided by its own standard deviation, too; false unless set. */
  public ImageDataGenerator samplewiseStdNormalization(boolean samplewiseStdNormalization) {
    return standardization(standardization.samplewiseStdNormalization(samplewiseStdNormalization));
  }

  /**
   * Sets what was measured of the data, for each channel; {@code Adaptation} in {@code
   * io.rhyton.data} measures it.
   */
  public ImageDataGenerator measured(double[] mean, double[] std) {
    return standardization(standardization.measured(mean, std));
  }

  /** What is not as usual: {@code ImageDataGenerator[rotationRange=15.0, horizontalFlip=true]}. */
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
            && (part instanceof ImageMovement || part instanceof ImageStandardization)
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
