package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Interval;
import org.jspecify.annotations.Nullable;

/**
 * In training makes what is on each image smaller or larger around the centre; does nothing in
 * inference.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output as the input.
 *
 * <p>The gradient with respect to the images is the true one; Keras's is that of the images zoomed
 * back, which differs by what is interpolated.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/random_zoom.py}, Keras 3.15.
 *
 * @param heightFactor by what share less high than the image all becomes, within -1 to 1; less than
 *     0 enlarges
 * @param widthFactor the same across; null to keep proportions
 * @param fillMode what is seen outside an image
 * @param interpolation how pixels are made, nearest or bilinear
 * @param seed makes the factors repeatable; without one they come from the model's seed
 * @param fillValue what is seen outside with {@link FillMode#CONSTANT}
 */
public record RandomZoom(
    Interval heightFactor,
    @Nullable Interval widthFactor,
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
  public RandomZoom {
    heightFactor.requireWithin("heightFactor", -1, 1);
    if (widthFactor != null) {
      widthFactor.requireWithin("widthFactor", -1, 1);
    }
    Interpolation.requireSimple(interpolation);
    Arguments.requireFinite("fillValue", fillValue);
  }

  /**
   * A zoom that keeps proportions, in or out.
   *
   * @param heightFactor by what share at most, from -1 to 1; its sign says nothing
   */
  public static RandomZoom of(double heightFactor) {
    return of(Interval.around0(heightFactor));
  }

  /**
   * A zoom, in or out.
   *
   * @param heightFactor by what share at most, from -1 to 1; its sign says nothing
   * @param widthFactor the same across
   */
  public static RandomZoom of(double heightFactor, double widthFactor) {
    return of(heightFactor).widthFactor(widthFactor);
  }

  /**
   * A zoom that keeps proportions.
   *
   * @param heightFactor by what share, within -1 to 1; more than 0 zooms out
   */
  public static RandomZoom of(Interval heightFactor) {
    return new RandomZoom(heightFactor, null, FillMode.REFLECT, Interpolation.BILINEAR, null, 0);
  }

  /** Sets the factor across, in or out; that of the height unless set. */
  public RandomZoom widthFactor(double widthFactor) {
    return widthFactor(Interval.around0(widthFactor));
  }

  /** Sets the factor across; that of the height unless set. */
  public RandomZoom widthFactor(Interval widthFactor) {
    return new RandomZoom(heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets what is seen outside an image; {@link FillMode#REFLECT} unless set. */
  public RandomZoom fillMode(FillMode fillMode) {
    return new RandomZoom(heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets how pixels are made; {@link Interpolation#BILINEAR} unless set. */
  public RandomZoom interpolation(Interpolation interpolation) {
    return new RandomZoom(heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets the seed. */
  public RandomZoom seed(long seed) {
    return new RandomZoom(heightFactor, widthFactor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets what is seen outside with {@link FillMode#CONSTANT}; 0 unless set. */
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
