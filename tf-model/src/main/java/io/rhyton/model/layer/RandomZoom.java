package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Interval;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * During training, randomly zooms each image around its center; inactive during inference.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output same as the input.
 *
 * <p>The gradient with respect to the images is exact; Keras uses the inversely transformed
 * gradient, which differs by interpolation.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/random_zoom.py}, Keras 3.15.
 *
 * @param heightFactor the range of the vertical zoom as a fraction of the height, within [-1, 1];
 *     positive values zoom out, negative values zoom in
 * @param widthFactor the same for the horizontal direction; null to preserve the aspect ratio
 * @param fillMode how points outside the image are filled
 * @param interpolation the interpolation, nearest or bilinear
 * @param seed the random seed, for reproducible factors; if null, derived from the seed of the
 *     model
 * @param fillValue the fill value for {@link FillMode#CONSTANT}
 */
public record RandomZoom(
    Interval heightFactor,
    @Nullable Interval widthFactor,
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
  public RandomZoom {
    Objects.requireNonNull(heightFactor, "heightFactor");
    Objects.requireNonNull(fillMode, "fillMode");
    Objects.requireNonNull(interpolation, "interpolation");
    heightFactor.requireWithin("heightFactor", -1, 1);
    if (widthFactor != null) {
      widthFactor.requireWithin("widthFactor", -1, 1);
    }
    Interpolation.requireSimple(interpolation);
    Arguments.requireFinite("fillValue", fillValue);
  }

  /**
   * Creates a random zoom with a symmetric range that preserves the aspect ratio.
   *
   * @param heightFactor the maximum zoom in either direction, in [-1, 1]; the sign is ignored
   */
  public static RandomZoom of(double heightFactor) {
    return of(Interval.symmetric(heightFactor));
  }

  /**
   * Creates a random zoom with symmetric ranges.
   *
   * @param heightFactor the maximum zoom in either direction, in [-1, 1]; the sign is ignored
   * @param widthFactor the same for the horizontal direction
   */
  public static RandomZoom of(double heightFactor, double widthFactor) {
    return of(heightFactor).widthFactor(widthFactor);
  }

  /**
   * Creates a random zoom that preserves the aspect ratio.
   *
   * @param heightFactor the range of the zoom, within [-1, 1]; positive values zoom out
   */
  public static RandomZoom of(Interval heightFactor) {
    return new RandomZoom(heightFactor, null, FillMode.REFLECT, Interpolation.BILINEAR, null, 0);
  }

  /** Sets the maximum horizontal zoom in either direction; defaults to that of the height. */
  public RandomZoom widthFactor(double widthFactor) {
    return widthFactor(Interval.symmetric(widthFactor));
  }

  /** Sets the range of the horizontal zoom; defaults to that of the height. */
  public RandomZoom widthFactor(Interval widthFactor) {
    Objects.requireNonNull(widthFactor, "widthFactor");
    return new RandomZoom(heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets how points outside the image are filled; defaults to {@link FillMode#REFLECT}. */
  public RandomZoom fillMode(FillMode fillMode) {
    return new RandomZoom(heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets the interpolation; defaults to {@link Interpolation#BILINEAR}. */
  public RandomZoom interpolation(Interpolation interpolation) {
    return new RandomZoom(heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets the seed. */
  public RandomZoom seed(long seed) {
    return new RandomZoom(heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets the fill value for {@link FillMode#CONSTANT}; defaults to 0. */
  public RandomZoom fillValue(double fillValue) {
    return new RandomZoom(heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.image());
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return !heightFactor.isZero() || (widthFactor != null && !widthFactor.isZero());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.randomZoom(this);
  }
}
