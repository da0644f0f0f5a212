package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Interval;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * During training, randomly shifts each image; inactive during inference.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output same as the input.
 *
 * <p>The gradient with respect to the images is exact; Keras uses the inversely transformed
 * gradient, which differs by interpolation.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/random_translation.py},
 * Keras 3.15.
 *
 * @param heightFactor the range of the vertical shift as a fraction of the height, within [-1, 1];
 *     positive values shift down
 * @param widthFactor the range of the horizontal shift as a fraction of the width, within [-1, 1];
 *     positive values shift right
 * @param fillMode how points outside the image are filled
 * @param interpolation the interpolation, nearest or bilinear
 * @param seed the random seed, for reproducible factors; if null, derived from the seed of the
 *     model
 * @param fillValue the fill value for {@link FillMode#CONSTANT}
 */
public record RandomTranslation(
    Interval heightFactor,
    Interval widthFactor,
    FillMode fillMode,
    Interpolation interpolation,
    @Nullable Long seed,
    double fillValue)
    implements RankMapping<Image, Image> {

  /**
   * Validates the options.
   *
   * @throws IllegalArgumentException if an option is out of range
   */
  public RandomTranslation {
    Objects.requireNonNull(heightFactor, "heightFactor");
    Objects.requireNonNull(widthFactor, "widthFactor");
    Objects.requireNonNull(fillMode, "fillMode");
    Objects.requireNonNull(interpolation, "interpolation");
    heightFactor.requireWithin("heightFactor", -1, 1);
    widthFactor.requireWithin("widthFactor", -1, 1);
    Interpolation.requireSimple(interpolation);
    Arguments.requireFinite("fillValue", fillValue);
  }

  /**
   * Creates a random translation with symmetric ranges.
   *
   * @param heightFactor the maximum vertical shift as a fraction of the height, in [-1, 1]; the
   *     sign is ignored
   * @param widthFactor the same for the horizontal direction
   */
  public static RandomTranslation of(double heightFactor, double widthFactor) {
    return of(Interval.symmetric(heightFactor), Interval.symmetric(widthFactor));
  }

  /**
   * Creates a random translation.
   *
   * @param heightFactor the range of the vertical shift as a fraction of the height, within [-1,
   *     1]; positive values shift down
   * @param widthFactor the range of the horizontal shift as a fraction of the width, within [-1,
   *     1]; positive values shift right
   */
  public static RandomTranslation of(Interval heightFactor, Interval widthFactor) {
    return new RandomTranslation(
        heightFactor, widthFactor, FillMode.REFLECT, Interpolation.BILINEAR, null, 0);
  }

  /** Sets how points outside the image are filled; defaults to {@link FillMode#REFLECT}. */
  public RandomTranslation fillMode(FillMode fillMode) {
    return new RandomTranslation(
        heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets the interpolation; defaults to {@link Interpolation#BILINEAR}. */
  public RandomTranslation interpolation(Interpolation interpolation) {
    return new RandomTranslation(
        heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets the seed. */
  public RandomTranslation seed(long seed) {
    return new RandomTranslation(
        heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets the fill value for {@link FillMode#CONSTANT}; defaults to 0. */
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
