package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Penalizes rows (or columns) of a matrix that are not orthogonal: adds {@code factor} times the
 * mean of {@code |a · b|} over all pairs to the loss, after normalizing each vector to length 1.
 *
 * <p>Source: {@code keras/src/regularizers/regularizers.py}, Keras 3.15.
 *
 * @param factor the factor, at least 0
 * @param mode whether rows or columns should be orthogonal
 */
public record OrthogonalRegularizer(double factor, Mode mode) implements Regularizer {

  /** The vectors of a matrix that should be orthogonal. */
  public enum Mode {
    /** The rows. */
    ROWS,
    /** The columns. */
    COLUMNS
  }

  public OrthogonalRegularizer {
    Objects.requireNonNull(mode, "mode");
    Arguments.requireNotNegative("factor", factor);
  }

  /** Creates the penalty with Keras's defaults: a factor of 0.01 on rows. */
  public static OrthogonalRegularizer of() {
    return new OrthogonalRegularizer(0.01, Mode.ROWS);
  }

  /** Sets the factor, at least 0; defaults to 0.01. */
  public OrthogonalRegularizer factor(double factor) {
    return new OrthogonalRegularizer(factor, mode);
  }

  /** Sets whether rows or columns should be orthogonal; defaults to rows. */
  public OrthogonalRegularizer mode(Mode mode) {
    return new OrthogonalRegularizer(factor, mode);
  }

  /** Returns whether the shape is a matrix with at least two vectors. */
  @Override
  public boolean supports(Shape shape) {
    return shape.numDimensions() == 2 && shape.get(mode == Mode.ROWS ? 0 : 1) > 1;
  }

  @Override
  public <T> T accept(RegularizerVisitor<T> visitor) {
    return visitor.orthogonalRegularizer(this);
  }
}
