package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.SlidingWindow;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import org.tensorflow.ndarray.Shape;

/**
 * Takes the mean in each window, channel by channel. Padding does not count: the mean is over the
 * pixels of the image alone.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output {@code [batch, new height, new
 * width, channels]}.
 *
 * <p>Source: {@code keras/src/layers/pooling/average_pooling2d.py}, Keras 3.15.
 *
 * @param poolSize the window
 * @param strides pixels between two places of the window
 * @param padding what happens at the border
 */
public record AveragePooling2D(Size2D poolSize, Size2D strides, Padding padding)
    implements Mapping<Image, Image> {

  /** Checks the padding. */
  public AveragePooling2D {
    Padding.requireNotCausal(padding);
  }

  /**
   * Pools squares that do not overlap.
   *
   * @param poolSize height and width of the window, at least 1
   */
  public static AveragePooling2D of(int poolSize) {
    return of(poolSize, poolSize);
  }

  /**
   * Pools rectangles that do not overlap.
   *
   * @param poolHeight at least 1
   * @param poolWidth at least 1
   */
  public static AveragePooling2D of(int poolHeight, int poolWidth) {
    Size2D window = new Size2D(poolHeight, poolWidth);
    return new AveragePooling2D(window, window, Padding.VALID);
  }

  /** Sets both strides; the size of the window unless set. */
  public AveragePooling2D strides(int stride) {
    return strides(stride, stride);
  }

  /** Sets the strides; the size of the window unless set. */
  public AveragePooling2D strides(int vertical, int horizontal) {
    return new AveragePooling2D(poolSize, new Size2D(vertical, horizontal), padding);
  }

  /** Sets the padding; {@link Padding#VALID} unless set. */
  public AveragePooling2D padding(Padding padding) {
    return new AveragePooling2D(poolSize, strides, padding);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    return LayerGeometry.of(
        SlidingWindow.of(poolSize, strides, padding).over(inputs, image.get(3)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.averagePooling2D(this);
  }
}
