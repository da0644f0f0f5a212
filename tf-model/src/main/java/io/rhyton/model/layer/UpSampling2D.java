package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Size2D;
import io.rhyton.model.shape.Sizes;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Upsamples images by integer factors.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output {@code [batch, vertical size ·
 * height, horizontal size · width, channels]}.
 *
 * <pre>{@code
 * Layer layer = UpSampling2D.of(2).interpolation(Interpolation.BILINEAR);
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/reshaping/up_sampling2d.py}, Keras 3.15.
 *
 * @param size the upsampling factors
 * @param interpolation the interpolation
 */
public record UpSampling2D(Size2D size, Interpolation interpolation)
    implements RankMapping<Image, Image> {

  public UpSampling2D {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(interpolation, "interpolation");
  }

  /** Creates an upsampling by a factor of 2 in both directions. */
  public static UpSampling2D of() {
    return of(2);
  }

  /**
   * Creates an upsampling by the same factor in both directions.
   *
   * @param size the upsampling factor, at least 1
   */
  public static UpSampling2D of(int size) {
    return of(size, size);
  }

  /**
   * Creates an upsampling.
   *
   * @param vertical the vertical factor, at least 1
   * @param horizontal the horizontal factor, at least 1
   */
  public static UpSampling2D of(int vertical, int horizontal) {
    return new UpSampling2D(new Size2D(vertical, horizontal), Interpolation.NEAREST);
  }

  /** Sets the interpolation; defaults to {@link Interpolation#NEAREST}, which repeats pixels. */
  public UpSampling2D interpolation(Interpolation interpolation) {
    return new UpSampling2D(size, interpolation);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    return LayerGeometry.of(
        Shape.of(
            image.get(0),
            Sizes.map(image.get(1), height -> size.height() * height),
            Sizes.map(image.get(2), width -> size.width() * width),
            image.get(3)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.upSampling2D(this);
  }
}
