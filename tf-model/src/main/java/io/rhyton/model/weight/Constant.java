package io.rhyton.model.weight;

import io.rhyton.error.Arguments;

/**
 * Initializes all values to a constant.
 *
 * <p>Source: {@code keras/src/initializers/constant_initializers.py}, Keras 3.15.
 *
 * @param value the value
 */
public record Constant(double value) implements Initializer {

  public Constant {
    Arguments.requireFinite("value", value);
  }

  /** Creates an initializer with the given constant. */
  public static Constant of(double value) {
    return new Constant(value);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.constant(this);
  }
}
