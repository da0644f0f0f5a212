package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Border2D;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * Cuts pixels off the sides of an image.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output {@code [batch, height - top -
 * bottom, width - left - right, channels]}, which must leave a pixel.
 *
 * <p>Source: {@code keras/src/layers/reshaping/cropping2d.py}, Keras 3.15.
 *
 * @param cropping how many pixels
 */
public record Cropping2D(Border2D cropping) implements Mapping<Image, Image> {

  /** Cuts nothing off, as in Keras. */
  public static Cropping2D of() {
    return of(0);
  }

  /**
   * Cuts as many pixels off every side.
   *
   * @param cropping at least 0
   */
  public static Cropping2D of(int cropping) {
    return of(cropping, cropping);
  }

  /**
   * Cuts pixels off opposite sides.
   *
   * @param vertical at top and bottom each, at least 0
   * @param horizontal at left and right each, at least 0
   */
  public static Cropping2D of(int vertical, int horizontal) {
    return new Cropping2D(Border2D.even(vertical, horizontal));
  }

  /**
   * Cuts pixels off the four sides.
   *
   * @param top at least 0
   * @param bottom at least 0
   * @param left at least 0
   * @param right at least 0
   */
  public static Cropping2D of(int top, int bottom, int left, int right) {
    return new Cropping2D(new Border2D(top, bottom, left, right));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    long rows = (long) cropping.top() + cropping.bottom();
    long columns = (long) cropping.left() + cropping.right();
    if (image.get(1) <= rows || image.get(2) <= columns) {
      throw inputs.mismatch(
          "an image of more than " + rows + "x" + columns + " pixels",
          ShapeText.of(image),
          "Crop fewer.");
    }
    return LayerGeometry.of(
        Shape.of(image.get(0), image.get(1) - rows, image.get(2) - columns, image.get(3)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.cropping2D(this);
  }
}
