package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Interval;
import org.jspecify.annotations.Nullable;

/**
 * In training moves what is on each image; does nothing in inference.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output as the input.
 *
 * <p>The gradient with respect to the images is the true one; Keras's is that of the images moved
 * back, which differs by what is interpolated.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/random_translation.py},
 * Keras 3.15.
 *
 * @param heightFactor by what share of the height, within -1 to 1; more than 0 is down
 * @param widthFactor by what share of the width, within -1 to 1; more than 0 is to the right
 * @param fillMode what is seen outside an image
 * @param interpolation how pixels are made, nearest or bilinear
 * @param seed makes the factors repeatable; without one they come from the model's seed
 * @param fillValue what is seen outside with {@link FillMode#CONSTANT}
 */
public record RandomTranslation(
    Interval heightFactor,
    Interval widthFactor,
    FillMode fillMode,
    Interpolation interpolation,
    @Nullable Long seed,
    double fillValue)
    implements Mapping<Image, Image> {

  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public RandomTranslation {
    heightFactor.requireWithin("heightFactor", -1, 1);
    widthFactor.requireWithin("widthFactor", -1, 1);
    Interpolation.requireSimple(interpolation);
    Arguments.requireFinite("fillValue", fillValue);
  }

  /**
   * A translation as far in either direction.
   *
   * @param heightFactor by what share of the height at most, from -1 to 1; its sign says nothing
   * @param widthFactor the same across
   */
  public static RandomTranslation of(double heightFactor, double widthFactor) {
    return of(Interval.around0(heightFactor), Interval.around0(widthFactor));
  }

  /**
   * A translation.
   *
   * @param heightFactor by what share of the height, within -1 to 1; more than 0 is down
   * @param widthFactor by what share of the width, within -1 to 1; more than 0 is to the right
   */
  public static RandomTranslation of(Interval heightFactor, Interval widthFactor) {
    return new RandomTranslation(
        heightFactor, widthFactor, FillMode.REFLECT, Interpolation.BILINEAR, null, 0);
  }

  /** Sets what is seen outside an image; {@link FillMode#REFLECT} unless set. */
  public RandomTranslation fillMode(FillMode fillMode) {
    return new RandomTranslation(
        heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets how pixels are made; {@link Interpolation#BILINEAR} unless set. */
  public RandomTranslation interpolation(Interpolation interpolation) {
    return new RandomTranslation(
        heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets the seed. */
  public RandomTranslation seed(long seed) {
    return new RandomTranslation(
        heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets what is seen outside with {@link FillMode#CONSTANT}; 0 unless set. */
  public RandomTranslation fillValue(double fillValue) {
    return new RandomTranslation(
        heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.image());
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return !heightFactor.isZero() || !widthFactor.isZero();
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.randomTranslation(this);
  }
}
