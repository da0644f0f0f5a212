package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Interval;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * During training, randomly adjusts the brightness of each image: {@code clip(x + factor · width of
 * the value range)}; inactive during inference.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output same as the input.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/random_brightness.py}, Keras
 * 3.15.
 *
 * @param factor the range of the brightness change, within [-1, 1]: -1 is black, 1 is white
 * @param valueRange the range to which values are clipped
 * @param seed the random seed, for reproducible factors; if null, derived from the seed of the
 *     model
 */
public record RandomBrightness(Interval factor, Interval valueRange, @Nullable Long seed)
    implements RankMapping<Image, Image> {

  /**
   * Validates the factor.
   *
   * @throws IllegalArgumentException if a factor is not in [-1, 1]
   */
  public RandomBrightness {
    Objects.requireNonNull(factor, "factor");
    Objects.requireNonNull(valueRange, "valueRange");
    factor.requireWithin("factor", -1, 1);
  }

  /**
   * Creates a layer with a symmetric range.
   *
   * @param factor the maximum change in either direction, in [-1, 1]; the sign is ignored
   */
  public static RandomBrightness of(double factor) {
    return of(Interval.symmetric(factor));
  }

  /**
   * Creates a layer with an asymmetric range.
   *
   * @param lower the minimum change, in [-1, 1]; negative values darken
   * @param upper the maximum change, in [lower, 1]
   */
  public static RandomBrightness of(double lower, double upper) {
    return of(Interval.of(lower, upper));
  }

  private static RandomBrightness of(Interval factor) {
    return new RandomBrightness(factor, Interval.BYTES, null);
  }

  /** Sets the range to which values are clipped; defaults to 0 to 255. */
  public RandomBrightness valueRange(double lower, double upper) {
    return new RandomBrightness(factor, Interval.of(lower, upper), seed);
  }

  /** Sets the seed. */
  public RandomBrightness seed(long seed) {
    return new RandomBrightness(factor, valueRange, seed);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.image());
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return true;
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.randomBrightness(this);
  }
}
