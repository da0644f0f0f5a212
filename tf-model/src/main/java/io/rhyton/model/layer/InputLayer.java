package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.shape.Sizes;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * The input of a model.
 *
 * <pre>{@code
 * Sequential<Image> images = Sequential.image(32, 32, 3);      // adds an InputLayer
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/core/input_layer.py}, Keras 3.15.
 *
 * @param shape the shape of a sample, without the batch; {@link Sizes#ANY} where each batch may
 *     have its own size
 * @param dtype the type of the values
 */
public record InputLayer(Shape shape, Dtype dtype) implements Layer {
  /**
   * Validates the shape.
   *
   * @throws IllegalArgumentException if a size is neither positive nor {@link Sizes#ANY}
   */
  public InputLayer {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(dtype, "dtype");
    for (long size : shape.asArray()) {
      if (size < 1 && Sizes.isKnown(size)) {
        throw new IllegalArgumentException(
            "input sizes must be > 0 or Sizes.ANY, got " + ShapeText.of(shape));
      }
    }
  }

  /** Creates an input of samples with the given shape. */
  public static InputLayer of(Shape shape) {
    return new InputLayer(shape, Dtype.FLOAT32);
  }

  /** Creates an input of images {@code [height, width, channels]}. */
  public static InputLayer image(int height, int width, int channels) {
    return of(Shape.of(height, width, channels));
  }

  /** Creates an input of sequences {@code [steps, features]}. */
  public static InputLayer sequence(int steps, int features) {
    return of(Shape.of(steps, features));
  }

  /** Creates an input of vectors {@code [features]}. */
  public static InputLayer vector(int features) {
    return of(Shape.of(features));
  }

  /**
   * Creates an input of sequences of integer indices {@code [steps]}, for instance word indices.
   */
  public static InputLayer indices(int steps) {
    return vector(steps).dtype(Dtype.INT32);
  }

  /** Sets the type of the values; defaults to {@link Dtype#FLOAT32}. */
  public InputLayer dtype(Dtype dtype) {
    return new InputLayer(shape, dtype);
  }

  /** Returns the shape of a batch of unknown size. */
  public Shape batchShape() {
    return shape.prepend(Shape.UNKNOWN_SIZE);
  }

  /** Shapes with unknown sizes are never equal, but these inputs are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InputLayer input
        && dtype == input.dtype
        && Arrays.equals(shape.asArray(), input.shape.asArray());
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape.asArray()) + dtype.hashCode();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    if (!inputs.shapes().isEmpty()) {
      throw inputs.mismatch(
          "no input", inputs.shapes().size() + " inputs", "An input layer comes first.");
    }
    return LayerGeometry.of(batchShape());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.inputLayer(this);
  }
}
