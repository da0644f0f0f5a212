package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import org.jspecify.annotations.Nullable;

/**
 * In training turns about half of the images over; does nothing in inference.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output as the input.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/random_flip.py}, Keras 3.15.
 *
 * @param mode which way
 * @param seed makes the choice repeatable; without one it comes from the model's seed
 */
public record RandomFlip(FlipMode mode, @Nullable Long seed) implements Mapping<Image, Image> {

  /** Turns images over both ways at once, or not at all. */
  public static RandomFlip of() {
    return of(FlipMode.HORIZONTAL_AND_VERTICAL);
  }

  /**
   * Turns images over.
   *
   * @param mode which way
   */
  public static RandomFlip of(FlipMode mode) {
    return new RandomFlip(mode, null);
  }

  /** Sets the seed. */
  public RandomFlip seed(long seed) {
    return new RandomFlip(mode, seed);
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
    return visitor.randomFlip(this);
  }
}
