package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import org.tensorflow.ndarray.Shape;

/**
 * Initializes a matrix to the identity times {@code gain}.
 *
 * <p>Source: {@code keras/src/initializers/constant_initializers.py}, Keras 3.15.
 *
 * @param gain the factor
 */
public record IdentityInitializer(double gain) implements Initializer {

  public IdentityInitializer {
    Arguments.requireFinite("gain", gain);
  }

  /** Creates the initializer with a gain of 1. */
  public static IdentityInitializer of() {
    return new IdentityInitializer(1);
  }

  /** Sets the gain; defaults to 1. */
  public IdentityInitializer gain(double gain) {
    return new IdentityInitializer(gain);
  }

  /** Returns whether the shape is a matrix. */
  @Override
  public boolean supports(Shape shape) {
    return shape.numDimensions() == 2;
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.identityInitializer(this);
  }
}
