package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.SlidingWindow;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Average pooling over images: the mean of each window, per channel. Padding is not included in the
 * mean.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output {@code [batch, new height, new
 * width, channels]}.
 *
 * <p>Source: {@code keras/src/layers/pooling/average_pooling2d.py}, Keras 3.15.
 *
 * @param poolSize the window size
 * @param strides the strides
 * @param padding the padding at the borders
 */
public record AveragePooling2D(Size2D poolSize, Size2D strides, Padding padding)
    implements RankMapping<Image, Image> {

  public AveragePooling2D {
    Objects.requireNonNull(poolSize, "poolSize");
    Objects.requireNonNull(strides, "strides");
    Objects.requireNonNull(padding, "padding");
    Padding.requireNotCausal(padding);
  }

  /**
   * Creates a pooling layer with square, non-overlapping windows.
   *
   * @param poolSize height and width of the window, at least 1
   */
  public static AveragePooling2D of(int poolSize) {
    return of(poolSize, poolSize);
  }

  /**
   * Creates a pooling layer with rectangular, non-overlapping windows.
   *
   * @param poolHeight at least 1
   * @param poolWidth at least 1
   */
  public static AveragePooling2D of(int poolHeight, int poolWidth) {
    Size2D window = new Size2D(poolHeight, poolWidth);
    return new AveragePooling2D(window, window, Padding.VALID);
  }

  /** Sets both strides; defaults to the pool size. */
  public AveragePooling2D strides(int stride) {
    return strides(stride, stride);
  }

  /** Sets the strides; defaults to the pool size. */
  public AveragePooling2D strides(int vertical, int horizontal) {
    return new AveragePooling2D(poolSize, new Size2D(vertical, horizontal), padding);
  }

  /** Sets the padding; defaults to {@link Padding#VALID}. */
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
