package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * Where samples enter a model.
 *
 * <p>Source: {@code keras/src/layers/core/input_layer.py}, Keras 3.15.
 *
 * @param shape the shape of one sample, without the batch, every size known
 * @param dtype the type of its values
 */
public record InputLayer(Shape shape, Dtype dtype) implements Layer {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if a size is not known or not positive
   */
  public InputLayer {
    for (long size : shape.asArray()) {
      if (size < 1) {
        throw new IllegalArgumentException("input sizes must be > 0, got " + ShapeText.of(shape));
      }
    }
  }

  /** Takes samples of a shape. */
  public static InputLayer of(Shape shape) {
    return new InputLayer(shape, Dtype.FLOAT32);
  }

  /** Takes images {@code [height, width, channels]}. */
  public static InputLayer image(int height, int width, int channels) {
    return of(Shape.of(height, width, channels));
  }

  /** Takes sequences {@code [steps, features]}. */
  public static InputLayer sequence(int steps, int features) {
    return of(Shape.of(steps, features));
  }

  /** Takes vectors {@code [features]}. */
  public static InputLayer vector(int features) {
    return of(Shape.of(features));
  }

  /** Takes rows of whole numbers {@code [steps]}, for instance those of words. */
  public static InputLayer indices(int steps) {
    return vector(steps).dtype(Dtype.INT32);
  }

  /** Sets the type of its values; {@link Dtype#FLOAT32} unless set. */
  public InputLayer dtype(Dtype dtype) {
    return new InputLayer(shape, dtype);
  }

  /** The shape of a batch, which has an unknown number of samples. */
  public Shape batchShape() {
    return shape.prepend(Shape.UNKNOWN_SIZE);
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
