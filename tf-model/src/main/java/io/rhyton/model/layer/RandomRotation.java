package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Interval;
import org.jspecify.annotations.Nullable;

/**
 * In training turns each image around its centre; does nothing in inference.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output as the input.
 *
 * <p>The gradient with respect to the images is the true one; Keras's is that of the images turned
 * back, which differs by what is interpolated.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/random_rotation.py}, Keras
 * 3.15.
 *
 * @param factor what share of a full turn, within -1 to 1; more than 0 is counter-clockwise
 * @param fillMode what is seen outside an image
 * @param interpolation how pixels are made, nearest or bilinear
 * @param seed makes the angles repeatable; without one they come from the model's seed
 * @param fillValue what is seen outside with {@link FillMode#CONSTANT}
 */
public record RandomRotation(
    Interval factor,
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
  public RandomRotation {
    factor.requireWithin("factor", -1, 1);
    Interpolation.requireSimple(interpolation);
    Arguments.requireFinite("fillValue", fillValue);
  }

  /**
   * A rotation as far in either direction.
   *
   * @param factor what share of a full turn at most, from -1 to 1; its sign says nothing
   */
  public static RandomRotation of(double factor) {
    return of(Interval.around0(factor));
  }

  /**
   * A rotation.
   *
   * @param lower what share of a full turn at least, from -1 to 1
   * @param upper what share of a full turn at most, from lower to 1
   */
  public static RandomRotation of(double lower, double upper) {
    return of(Interval.of(lower, upper));
  }

  private static RandomRotation of(Interval factor) {
    return new RandomRotation(factor, FillMode.REFLECT, Interpolation.BILINEAR, null, 0);
  }

  /** Sets what is seen outside an image; {@link FillMode#REFLECT} unless set. */
  public RandomRotation fillMode(FillMode fillMode) {
    return new RandomRotation(factor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets how pixels are made; {@link Interpolation#BILINEAR} unless set. */
  public RandomRotation interpolation(Interpolation interpolation) {
    return new RandomRotation(factor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets the seed. */
  public RandomRotation seed(long seed) {
    return new RandomRotation(factor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets what is seen outside with {@link FillMode#CONSTANT}; 0 unless set. */
  public RandomRotation fillValue(double fillValue) {
    return new RandomRotation(factor, fillMode, interpolation, seed, fillValue);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.image());
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return !factor.isZero();
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.randomRotation(this);
  }
}
