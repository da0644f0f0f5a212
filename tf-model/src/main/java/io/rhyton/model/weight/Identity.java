package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import org.tensorflow.ndarray.Shape;

/**
 * A matrix of zeros with ones on its diagonal, times a factor.
 *
 * <p>Source: {@code keras/src/initializers/constant_initializers.py}, Keras 3.15.
 *
 * @param gain the factor
 */
public record Identity(double gain) implements Initializer {

  /** Checks the ranges. */
  public Identity {
    Arguments.requireFinite("gain", gain);
  }

  /** The initializer with factor 1. */
  public static Identity of() {
    return new Identity(1);
  }

  /** Sets the factor; 1 unless set. */
  public Identity gain(double gain) {
    return new Identity(gain);
  }

  /** Whether the shape is that of a matrix. */
  @Override
  public boolean takes(Shape shape) {
    return shape.numDimensions() == 2;
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.identity(this);
  }
}
