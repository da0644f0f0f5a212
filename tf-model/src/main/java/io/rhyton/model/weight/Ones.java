package io.rhyton.model.weight;

/**
 * Every value is 1.
 *
 * <p>Source: {@code keras/src/initializers/constant_initializers.py}, Keras 3.15.
 */
public record Ones() implements Initializer {

  /** The initializer. */
  public static Ones of() {
    return new Ones();
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.ones(this);
  }
}
