package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * During training, randomly flips images; inactive during inference.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output same as the input.
 *
 * <pre>{@code
 * Layer layer = RandomFlip.of(FlipMode.HORIZONTAL);
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/random_flip.py}, Keras 3.15.
 *
 * @param mode the directions in which images are flipped
 * @param seed the random seed, for a reproducible choice; if null, derived from the seed of the
 *     model
 */
public record RandomFlip(FlipMode mode, @Nullable Long seed) implements RankMapping<Image, Image> {

  public RandomFlip {
    Objects.requireNonNull(mode, "mode");
  }

  /** Creates a random flip in both directions at once. */
  public static RandomFlip of() {
    return of(FlipMode.HORIZONTAL_AND_VERTICAL);
  }

  /**
   * Creates a random flip.
   *
   * @param mode the directions in which images are flipped
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
