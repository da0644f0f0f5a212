package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Rows or columns, the fewer of them, that are orthogonal and of one length: Q of the QR factors of
 * a normal matrix, with the signs of R's diagonal. All axes but the last are taken as rows.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15.
 *
 * @param gain the length
 * @param seed makes the numbers repeatable; without one it comes from the model's seed
 */
public record Orthogonal(double gain, @Nullable Long seed) implements Initializer {

  /** Checks the ranges. */
  public Orthogonal {
    Arguments.requireFinite("gain", gain);
  }

  /** The initializer for vectors of length 1, without a seed of its own. */
  public static Orthogonal of() {
    return new Orthogonal(1, null);
  }

  /** Sets the length; 1 unless set. */
  public Orthogonal gain(double gain) {
    return new Orthogonal(gain, seed);
  }

  /** Sets the seed. */
  public Orthogonal seed(long seed) {
    return new Orthogonal(gain, seed);
  }

  /** Whether the shape has two axes or more. */
  @Override
  public boolean takes(Shape shape) {
    return shape.numDimensions() >= 2;
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.orthogonal(this);
  }
}
