package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Border2D;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.shape.Sizes;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Crops the sides of images.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output {@code [batch, height - top -
 * bottom, width - left - right, channels]}, with at least one pixel left.
 *
 * <p>Source: {@code keras/src/layers/reshaping/cropping2d.py}, Keras 3.15.
 *
 * @param cropping the pixels to crop
 */
public record Cropping2D(Border2D cropping) implements RankMapping<Image, Image> {

  public Cropping2D {
    Objects.requireNonNull(cropping, "cropping");
  }

  /** Creates a cropping of 0 pixels, Keras's default. */
  public static Cropping2D of() {
    return of(0);
  }

  /**
   * Creates a cropping of the same number of pixels on every side.
   *
   * @param cropping pixels per side, at least 0
   */
  public static Cropping2D of(int cropping) {
    return of(cropping, cropping);
  }

  /**
   * Creates a symmetric cropping.
   *
   * @param vertical pixels at the top and at the bottom, at least 0
   * @param horizontal pixels on the left and on the right, at least 0
   */
  public static Cropping2D of(int vertical, int horizontal) {
    return new Cropping2D(Border2D.even(vertical, horizontal));
  }

  /**
   * Creates a cropping of all four sides.
   *
   * @param top pixels at the top, at least 0
   * @param bottom pixels at the bottom, at least 0
   * @param left pixels on the left, at least 0
   * @param right pixels on the right, at least 0
   */
  public static Cropping2D of(int top, int bottom, int left, int right) {
    return new Cropping2D(new Border2D(top, bottom, left, right));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    long rows = (long) cropping.top() + cropping.bottom();
    long columns = (long) cropping.left() + cropping.right();
    if ((Sizes.isKnown(image.get(1)) && image.get(1) <= rows)
        || (Sizes.isKnown(image.get(2)) && image.get(2) <= columns)) {
      throw inputs.mismatch(
          "an image of more than " + rows + "x" + columns + " pixels",
          ShapeText.of(image),
          "Crop less.");
    }
    return LayerGeometry.of(
        Shape.of(
            image.get(0),
            Sizes.map(image.get(1), size -> size - rows),
            Sizes.map(image.get(2), size -> size - columns),
            image.get(3)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.cropping2D(this);
  }
}
