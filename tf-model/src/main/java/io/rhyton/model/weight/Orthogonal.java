package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Initializes a matrix with orthonormal rows or columns, whichever are fewer, times {@code gain}: Q
 * of the QR decomposition of a normally distributed matrix, with the signs of the diagonal of R.
 * Weights of higher rank are flattened to a matrix, with all axes but the last as rows.
 *
 * <p>Source: {@code keras/src/initializers/random_initializers.py}, Keras 3.15.
 *
 * @param gain the factor, which is the norm of the vectors
 * @param seed the random seed, for reproducible values; if null, derived from the seed of the model
 */
public record Orthogonal(double gain, @Nullable Long seed) implements Initializer {

  public Orthogonal {
    Arguments.requireFinite("gain", gain);
  }

  /** Creates the initializer with a gain of 1, without a seed of its own. */
  public static Orthogonal of() {
    return new Orthogonal(1, null);
  }

  /** Sets the gain; defaults to 1. */
  public Orthogonal gain(double gain) {
    return new Orthogonal(gain, seed);
  }

  /** Sets the seed. */
  public Orthogonal seed(long seed) {
    return new Orthogonal(gain, seed);
  }

  /** Returns whether the shape has at least two axes. */
  @Override
  public boolean supports(Shape shape) {
    return shape.numDimensions() >= 2;
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.orthogonal(this);
  }
}
