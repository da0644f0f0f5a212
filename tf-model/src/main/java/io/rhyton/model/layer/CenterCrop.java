package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import org.tensorflow.ndarray.Shape;

/**
 * Crops the center of images. An image that is too small is resized bilinearly, after cropping it
 * to the target aspect ratio.
 *
 * <p>Shapes: input {@code [batch, any height, any width, channels]}, output {@code [batch, height,
 * width, channels]}.
 *
 * <p>In models that take images of any size, small images are resized, too. Keras slices them
 * wrongly where it does not know their size when it traces the model, for instance in an exported
 * SavedModel.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/center_crop.py}, Keras 3.15.
 *
 * @param height height in pixels, at least 1
 * @param width width in pixels, at least 1
 */
public record CenterCrop(int height, int width) implements RankMapping<Image, Image> {

  public CenterCrop {
    Arguments.requirePositive("height", height);
    Arguments.requirePositive("width", width);
  }

  /**
   * Creates a center crop.
   *
   * @param height height in pixels, at least 1
   * @param width width in pixels, at least 1
   */
  public static CenterCrop of(int height, int width) {
    return new CenterCrop(height, width);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    return LayerGeometry.of(Shape.of(image.get(0), height, width, image.get(3)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.centerCrop(this);
  }
}
