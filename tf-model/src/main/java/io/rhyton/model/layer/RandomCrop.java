package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * During training, crops all images of a batch at a random location, sampled once per batch; during
 * inference, crops the center to the target aspect ratio and resizes it bilinearly.
 *
 * <p>Shapes: input {@code [batch, any height, any width, channels]}, output {@code [batch, height,
 * width, channels]}.
 *
 * <p>The location is random only if images are larger than the crop in both directions. Otherwise
 * the center is cropped, and images that are too small are enlarged.
 *
 * <p>Batches of images may differ in size; Keras fails at the second size.
 *
 * <p>The behavior during inference is the one that Keras documents, and implemented up to 3.5.
 * Since 3.8, it returns images unchanged, which contradicts the output shape of the layer.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/random_crop.py}, Keras 3.15.
 *
 * @param height height in pixels, at least 1
 * @param width width in pixels, at least 1
 * @param seed the random seed, for reproducible locations; if null, derived from the seed of the
 *     model
 */
public record RandomCrop(int height, int width, @Nullable Long seed)
    implements RankMapping<Image, Image> {

  public RandomCrop {
    Arguments.requirePositive("height", height);
    Arguments.requirePositive("width", width);
  }

  /**
   * Creates a random crop.
   *
   * @param height height in pixels, at least 1
   * @param width width in pixels, at least 1
   */
  public static RandomCrop of(int height, int width) {
    return new RandomCrop(height, width, null);
  }

  /** Sets the seed. */
  public RandomCrop seed(long seed) {
    return new RandomCrop(height, width, seed);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    return LayerGeometry.of(Shape.of(image.get(0), height, width, image.get(3)));
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return true;
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.randomCrop(this);
  }
}
