package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Interval;
import org.jspecify.annotations.Nullable;

/**
 * In training adds one number to all values of an image, {@code clip(x + factor · width of the
 * value range)}; does nothing in inference.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output as the input.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/random_brightness.py}, Keras
 * 3.15.
 *
 * @param factor how much darker or brighter, within -1, all black, to 1, all white
 * @param valueRange what the values are clipped to
 * @param seed makes the factors repeatable; without one they come from the model's seed
 */
public record RandomBrightness(Interval factor, Interval valueRange, @Nullable Long seed)
    implements Mapping<Image, Image> {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if a factor is not from -1 to 1
   */
  public RandomBrightness {
    factor.requireWithin("factor", -1, 1);
  }

  /**
   * As much darker as brighter.
   *
   * @param factor how much at most, from -1 to 1; its sign says nothing
   */
  public static RandomBrightness of(double factor) {
    return of(Interval.around0(factor));
  }

  /**
   * Darker or brighter.
   *
   * @param lower how much at least, from -1 to 1; less than 0 is darker
   * @param upper how much at most, from lower to 1
   */
  public static RandomBrightness of(double lower, double upper) {
    return of(Interval.of(lower, upper));
  }

  private static RandomBrightness of(Interval factor) {
    return new RandomBrightness(factor, Interval.BYTES, null);
  }

  /** Sets what the values are clipped to; 0 to 255 unless set. */
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
