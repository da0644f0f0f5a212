package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import org.tensorflow.ndarray.Shape;

/**
 * Brings images to one size.
 *
 * <p>Shapes: input {@code [batch, any height, any width, channels]}, output {@code [batch, height,
 * width, channels]}.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/resizing.py}, Keras 3.15.
 *
 * @param height pixels, at least 1
 * @param width pixels, at least 1
 * @param interpolation how pixels are made
 * @param cropToAspectRatio whether the proportions are kept and what is too much is cut off
 * @param padToAspectRatio whether the proportions are kept and what is missing is filled up
 * @param fillValue what it is filled up with
 * @param antialias whether every pixel counts where an image becomes smaller
 */
public record Resizing(
    int height,
    int width,
    Interpolation interpolation,
    boolean cropToAspectRatio,
    boolean padToAspectRatio,
    double fillValue,
    boolean antialias)
    implements Mapping<Image, Image> {

  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException if a size is below 1, the value is not finite, or the image is
   *     to be both cropped and padded
   */
  public Resizing {
    Arguments.requirePositive("height", height);
    Arguments.requirePositive("width", width);
    Arguments.requireFinite("fillValue", fillValue);
    if (cropToAspectRatio && padToAspectRatio) {
      throw new IllegalArgumentException(
          "padToAspectRatio must be false with cropToAspectRatio true, got true");
    }
  }

  /**
   * A bilinear resizing that does not keep the proportions.
   *
   * @param height pixels, at least 1
   * @param width pixels, at least 1
   */
  public static Resizing of(int height, int width) {
    return new Resizing(height, width, Interpolation.BILINEAR, false, false, 0, false);
  }

  /** Sets how pixels are made; {@link Interpolation#BILINEAR} unless set. */
  public Resizing interpolation(Interpolation interpolation) {
    return new Resizing(
        height, width, interpolation, cropToAspectRatio, padToAspectRatio, fillValue, antialias);
  }

  /**
   * Sets whether the proportions are kept by cutting off what is too much; false unless set. The
   * middle remains.
   */
  public Resizing cropToAspectRatio(boolean cropToAspectRatio) {
    return new Resizing(
        height, width, interpolation, cropToAspectRatio, padToAspectRatio, fillValue, antialias);
  }

  /**
   * Sets whether the proportions are kept by filling up what is missing; false unless set. As much
   * is added on either side.
   */
  public Resizing padToAspectRatio(boolean padToAspectRatio) {
    return new Resizing(
        height, width, interpolation, cropToAspectRatio, padToAspectRatio, fillValue, antialias);
  }

  /** Sets what images are filled up with; 0 unless set. */
  public Resizing fillValue(double fillValue) {
    return new Resizing(
        height, width, interpolation, cropToAspectRatio, padToAspectRatio, fillValue, antialias);
  }

  /**
   * Sets whether every pixel counts where an image becomes smaller; false unless set. It changes
   * nothing with {@link Interpolation#NEAREST}. Keras knows it since 3.9.
   */
  public Resizing antialias(boolean antialias) {
    return new Resizing(
        height, width, interpolation, cropToAspectRatio, padToAspectRatio, fillValue, antialias);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    return LayerGeometry.of(Shape.of(image.get(0), height, width, image.get(3)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.resizing(this);
  }
}
