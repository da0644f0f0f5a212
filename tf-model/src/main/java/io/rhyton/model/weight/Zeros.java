package io.rhyton.model.weight;

/**
 * Initializes all values to 0.
 *
 * <p>Source: {@code keras/src/initializers/constant_initializers.py}, Keras 3.15.
 */
public record Zeros() implements Initializer {

  /** Creates the initializer. */
  public static Zeros of() {
    return new Zeros();
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.zeros(this);
  }
}
