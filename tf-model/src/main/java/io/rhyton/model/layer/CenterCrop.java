package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import org.tensorflow.ndarray.Shape;

/**
 * Cuts the middle out of images. Where one side of an image is too short, the largest middle of the
 * right proportions is brought to the size, bilinearly.
 *
 * <p>Shapes: input {@code [batch, any height, any width, channels]}, output {@code [batch, height,
 * width, channels]}.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/center_crop.py}, Keras 3.15.
 *
 * @param height pixels, at least 1
 * @param width pixels, at least 1
 */
public record CenterCrop(int height, int width) implements Mapping<Image, Image> {

  /** Checks the ranges. */
  public CenterCrop {
    Arguments.requirePositive("height", height);
    Arguments.requirePositive("width", width);
  }

  /**
   * A crop.
   *
   * @param height pixels, at least 1
   * @param width pixels, at least 1
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
