package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Interval;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * During training, randomly rotates each image around its center; inactive during inference.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output same as the input.
 *
 * <p>The gradient with respect to the images is exact; Keras uses the inversely transformed
 * gradient, which differs by interpolation.
 *
 * <pre>{@code
 * Layer layer = RandomRotation.of(0.1);                        // up to a tenth of a turn
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/random_rotation.py}, Keras
 * 3.15.
 *
 * @param factor the range of the rotation as a fraction of a full turn, within [-1, 1]; positive
 *     values rotate counterclockwise
 * @param fillMode how points outside the image are filled
 * @param interpolation the interpolation, nearest or bilinear
 * @param seed the random seed, for reproducible angles; if null, derived from the seed of the model
 * @param fillValue the fill value for {@link FillMode#CONSTANT}
 */
public record RandomRotation(
    Interval factor,
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
  public RandomRotation {
    Objects.requireNonNull(factor, "factor");
    Objects.requireNonNull(fillMode, "fillMode");
    Objects.requireNonNull(interpolation, "interpolation");
    factor.requireWithin("factor", -1, 1);
    Interpolation.requireSimple(interpolation);
    Arguments.requireFinite("fillValue", fillValue);
  }

  /**
   * Creates a random rotation with a symmetric range.
   *
   * @param factor the maximum fraction of a full turn, in [-1, 1]; the sign is ignored
   */
  public static RandomRotation of(double factor) {
    return of(Interval.symmetric(factor));
  }

  /**
   * Creates a random rotation.
   *
   * @param lower the minimum fraction of a full turn, in [-1, 1]
   * @param upper the maximum fraction of a full turn, in [lower, 1]
   */
  public static RandomRotation of(double lower, double upper) {
    return of(Interval.of(lower, upper));
  }

  private static RandomRotation of(Interval factor) {
    return new RandomRotation(factor, FillMode.REFLECT, Interpolation.BILINEAR, null, 0);
  }

  /** Sets how points outside the image are filled; defaults to {@link FillMode#REFLECT}. */
  public RandomRotation fillMode(FillMode fillMode) {
    return new RandomRotation(factor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets the interpolation; defaults to {@link Interpolation#BILINEAR}. */
  public RandomRotation interpolation(Interpolation interpolation) {
    return new RandomRotation(factor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets the seed. */
  public RandomRotation seed(long seed) {
    return new RandomRotation(factor, fillMode, interpolation, seed, fillValue);
  }

  /** Sets the fill value for {@link FillMode#CONSTANT}; defaults to 0. */
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
