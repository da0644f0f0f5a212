package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * In training cuts all images of a batch out at one place, drawn anew for each batch; in inference
 * brings the largest middle of the right proportions to the size, bilinearly.
 *
 * <p>Shapes: input {@code [batch, any height, any width, channels]}, output {@code [batch, height,
 * width, channels]}.
 *
 * <p>A place is drawn only if images are higher and wider than what is cut out. Else it is the
 * middle, and what is too small is enlarged.
 *
 * <p>In inference this is what Keras says of the layer, and did up to 3.5. Since 3.8 its code hands
 * images on whole, in another shape than the layer tells.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/random_crop.py}, Keras 3.15.
 *
 * @param height pixels, at least 1
 * @param width pixels, at least 1
 * @param seed makes the places repeatable; without one they come from the model's seed
 */
public record RandomCrop(int height, int width, @Nullable Long seed)
    implements Mapping<Image, Image> {

  /** Checks the ranges. */
  public RandomCrop {
    Arguments.requirePositive("height", height);
    Arguments.requirePositive("width", width);
  }

  /**
   * A crop.
   *
   * @param height pixels, at least 1
   * @param width pixels, at least 1
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
