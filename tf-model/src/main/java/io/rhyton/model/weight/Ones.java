package io.rhyton.model.weight;

/**
 * Initializes all values to 1.
 *
 * <p>Source: {@code keras/src/initializers/constant_initializers.py}, Keras 3.15.
 */
public record Ones() implements Initializer {

  /** Creates the initializer. */
  public static Ones of() {
    return new Ones();
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.ones(this);
  }
}
