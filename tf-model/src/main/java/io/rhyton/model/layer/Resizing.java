package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Resizes images.
 *
 * <p>Shapes: input {@code [batch, any height, any width, channels]}, output {@code [batch, height,
 * width, channels]}.
 *
 * <pre>{@code
 * Layer layer = Resizing.of(224, 224).interpolation(Interpolation.BILINEAR);
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/preprocessing/image_preprocessing/resizing.py}, Keras 3.15.
 *
 * @param height height in pixels, at least 1
 * @param width width in pixels, at least 1
 * @param interpolation the interpolation
 * @param cropToAspectRatio whether to preserve the aspect ratio by cropping
 * @param padToAspectRatio whether to preserve the aspect ratio by padding
 * @param fillValue the padding value
 * @param antialias whether to apply an anti-aliasing filter when downsampling
 */
public record Resizing(
    int height,
    int width,
    Interpolation interpolation,
    boolean cropToAspectRatio,
    boolean padToAspectRatio,
    double fillValue,
    boolean antialias)
    implements RankMapping<Image, Image> {

  /**
   * Validates the options.
   *
   * @throws IllegalArgumentException if a size is below 1, the padding value is not finite, or both
   *     cropping and padding are set
   */
  public Resizing {
    Objects.requireNonNull(interpolation, "interpolation");
    Arguments.requirePositive("height", height);
    Arguments.requirePositive("width", width);
    Arguments.requireFinite("fillValue", fillValue);
    if (cropToAspectRatio && padToAspectRatio) {
      throw new IllegalArgumentException(
          "padToAspectRatio must be false with cropToAspectRatio true, got true");
    }
  }

  /**
   * Creates a bilinear resizing that does not preserve the aspect ratio.
   *
   * @param height height in pixels, at least 1
   * @param width width in pixels, at least 1
   */
  public static Resizing of(int height, int width) {
    return new Resizing(height, width, Interpolation.BILINEAR, false, false, 0, false);
  }

  /** Sets the interpolation; defaults to {@link Interpolation#BILINEAR}. */
  public Resizing interpolation(Interpolation interpolation) {
    return new Resizing(
        height, width, interpolation, cropToAspectRatio, padToAspectRatio, fillValue, antialias);
  }

  /** Sets whether to preserve the aspect ratio by cropping the center; defaults to false. */
  public Resizing cropToAspectRatio(boolean cropToAspectRatio) {
    return new Resizing(
        height, width, interpolation, cropToAspectRatio, padToAspectRatio, fillValue, antialias);
  }

  /** Sets whether to preserve the aspect ratio by padding both sides equally; defaults to false. */
  public Resizing padToAspectRatio(boolean padToAspectRatio) {
    return new Resizing(
        height, width, interpolation, cropToAspectRatio, padToAspectRatio, fillValue, antialias);
  }

  /** Sets the padding value; defaults to 0. */
  public Resizing fillValue(double fillValue) {
    return new Resizing(
        height, width, interpolation, cropToAspectRatio, padToAspectRatio, fillValue, antialias);
  }

  /**
   * Sets whether to apply an anti-aliasing filter when downsampling; defaults to false. Has no
   * effect with {@link Interpolation#NEAREST}. Available in Keras since 3.9.
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
