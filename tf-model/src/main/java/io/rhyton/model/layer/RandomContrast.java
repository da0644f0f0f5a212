package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Interval;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * During training, randomly adjusts the contrast of each image, per channel: {@code clip((x - mean)
 * · factor + mean)}; inactive during inference.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output same as the input.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/random_contrast.py}, Keras
 * 3.15.
 *
 * @param factor the maximum decrease, at most 1, and the maximum increase of the contrast: the
 *     factor is sampled from {@code 1 - lower} to {@code 1 + upper}
 * @param valueRange the range to which values are clipped
 * @param seed the random seed, for reproducible factors; if null, derived from the seed of the
 *     model
 */
public record RandomContrast(Interval factor, Interval valueRange, @Nullable Long seed)
    implements RankMapping<Image, Image> {

  /**
   * Validates the factor.
   *
   * @throws IllegalArgumentException if {@code lower} is not in [0, 1]
   */
  public RandomContrast {
    Objects.requireNonNull(factor, "factor");
    Objects.requireNonNull(valueRange, "valueRange");
    if (factor.lower() < 0 || factor.lower() > 1) {
      throw new IllegalArgumentException(
          "factor must have a lower bound from 0.0 to 1.0, got " + factor);
    }
  }

  /**
   * Creates a layer that only increases the contrast, as Keras interprets a single number since
   * 3.6.
   *
   * @param factor the maximum increase, at least 0
   */
  public static RandomContrast of(double factor) {
    return of(0, factor);
  }

  /**
   * Creates a layer that decreases or increases the contrast.
   *
   * @param lower the maximum decrease, in [0, 1]
   * @param upper the maximum increase, at least {@code lower}
   */
  public static RandomContrast of(double lower, double upper) {
    return new RandomContrast(Interval.of(lower, upper), Interval.BYTES, null);
  }

  /** Sets the range to which values are clipped; defaults to 0 to 255. */
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
