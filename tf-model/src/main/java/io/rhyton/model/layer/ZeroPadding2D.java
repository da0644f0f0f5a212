package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Border2D;
import io.rhyton.model.shape.Image;
import org.tensorflow.ndarray.Shape;

/**
 * Adds pixels of zeros along the sides of an image.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output {@code [batch, top + height +
 * bottom, left + width + right, channels]}.
 *
 * <p>Source: {@code keras/src/layers/reshaping/zero_padding2d.py}, Keras 3.15.
 *
 * @param padding how many pixels
 */
public record ZeroPadding2D(Border2D padding) implements Mapping<Image, Image> {

  /** Adds one pixel along every side. */
  public static ZeroPadding2D of() {
    return of(1);
  }

  /**
   * Adds as many pixels along every side.
   *
   * @param padding at least 0
   */
  public static ZeroPadding2D of(int padding) {
    return of(padding, padding);
  }

  /**
   * Adds pixels along opposite sides.
   *
   * @param vertical at top and bottom each, at least 0
   * @param horizontal at left and right each, at least 0
   */
  public static ZeroPadding2D of(int vertical, int horizontal) {
    return new ZeroPadding2D(Border2D.even(vertical, horizontal));
  }

  /**
   * Adds pixels along the four sides.
   *
   * @param top at least 0
   * @param bottom at least 0
   * @param left at least 0
   * @param right at least 0
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
            image.get(1) + padding.top() + padding.bottom(),
            image.get(2) + padding.left() + padding.right(),
            image.get(3)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.zeroPadding2D(this);
  }
}
