package io.rhyton.model.weight;

import io.rhyton.error.Arguments;

/**
 * Every value is the same.
 *
 * <p>Source: {@code keras/src/initializers/constant_initializers.py}, Keras 3.15.
 *
 * @param value the value
 */
public record Constant(double value) implements Initializer {

  /** Checks the ranges. */
  public Constant {
    Arguments.requireFinite("value", value);
  }

  /** The initializer, with the value that all start with. */
  public static Constant of(double value) {
    return new Constant(value);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.constant(this);
  }
}
