package io.rhyton.model.layer;

import org.tensorflow.ndarray.Shape;

/**
 * The mean of each channel over the whole image.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output {@code [batch, channels]}.
 *
 * <p>Source: {@code keras/src/layers/pooling/global_average_pooling2d.py}, Keras 3.15.
 */
public record GlobalAveragePooling2D() implements Mapping<Image, Vector> {

  /** A global average pooling. */
  public static GlobalAveragePooling2D of() {
    return new GlobalAveragePooling2D();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    return LayerGeometry.of(Shape.of(image.get(0), image.get(3)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.globalAveragePooling2D(this);
  }
}
