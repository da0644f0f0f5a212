package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Interval;
import org.jspecify.annotations.Nullable;

/**
 * In training changes how far the values of each image are from the mean of their channel, {@code
 * clip((x - mean) · factor + mean)}; does nothing in inference.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output as the input.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/random_contrast.py}, Keras
 * 3.15.
 *
 * @param factor from how much less contrast, at most 1, to how much more: the values are multiplied
 *     by a number from {@code 1 - lower} to {@code 1 + upper}
 * @param valueRange what the values are clipped to
 * @param seed makes the factors repeatable; without one they come from the model's seed
 */
public record RandomContrast(Interval factor, Interval valueRange, @Nullable Long seed)
    implements Mapping<Image, Image> {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if lower is not from 0 to 1
   */
  public RandomContrast {
    if (factor.lower() < 0 || factor.lower() > 1) {
      throw new IllegalArgumentException("factor must begin within 0.0 and 1.0, got " + factor);
    }
  }

  /**
   * More contrast, and no less: so Keras takes one number since 3.6.
   *
   * @param factor how much more at most, at least 0
   */
  public static RandomContrast of(double factor) {
    return of(0, factor);
  }

  /**
   * Less or more contrast.
   *
   * @param lower how much less at most, from 0 to 1
   * @param upper how much more at most, at least lower
   */
  public static RandomContrast of(double lower, double upper) {
    return new RandomContrast(Interval.of(lower, upper), Interval.BYTES, null);
  }

  /** Sets what the values are clipped to; 0 to 255 unless set. */
  public RandomContrast valueRange(double lower, double upper) {
    return new RandomContrast(factor, Interval.of(lower, upper), seed);
  }

  /** Sets the seed. */
  public RandomContrast seed(long seed) {
    return new RandomContrast(factor, valueRange, seed);
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
    return visitor.randomContrast(this);
  }
}
