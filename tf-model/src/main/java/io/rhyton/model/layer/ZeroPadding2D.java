package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Border2D;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Sizes;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Pads images with zeros on all sides.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output {@code [batch, top + height +
 * bottom, left + width + right, channels]}.
 *
 * <pre>{@code
 * Layer layer = ZeroPadding2D.of(1);                           // a border of one pixel
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/reshaping/zero_padding2d.py}, Keras 3.15.
 *
 * @param padding the pixels to add
 */
public record ZeroPadding2D(Border2D padding) implements RankMapping<Image, Image> {

  public ZeroPadding2D {
    Objects.requireNonNull(padding, "padding");
  }

  /** Creates a padding of one pixel on every side. */
  public static ZeroPadding2D of() {
    return of(1);
  }

  /**
   * Creates a padding of the same number of pixels on every side.
   *
   * @param padding pixels per side, at least 0
   */
  public static ZeroPadding2D of(int padding) {
    return of(padding, padding);
  }

  /**
   * Creates a symmetric padding.
   *
   * @param vertical pixels at the top and at the bottom, at least 0
   * @param horizontal pixels on the left and on the right, at least 0
   */
  public static ZeroPadding2D of(int vertical, int horizontal) {
    return new ZeroPadding2D(Border2D.even(vertical, horizontal));
  }

  /**
   * Creates a padding of all four sides.
   *
   * @param top pixels at the top, at least 0
   * @param bottom pixels at the bottom, at least 0
   * @param left pixels on the left, at least 0
   * @param right pixels on the right, at least 0
   */
  public static ZeroPadding2D of(int top, int bottom, int left, int right) {
    return new ZeroPadding2D(new Border2D(top, bottom, left, right));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    return LayerGeometry.of(
        Shape.of(
            image.get(0),
            Sizes.map(image.get(1), height -> height + padding.top() + padding.bottom()),
            Sizes.map(image.get(2), width -> width + padding.left() + padding.right()),
            image.get(3)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.zeroPadding2D(this);
  }
}
