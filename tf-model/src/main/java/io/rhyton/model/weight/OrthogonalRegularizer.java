package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import org.tensorflow.ndarray.Shape;

/**
 * Adds {@code factor} times the mean of {@code |a · b|} over all pairs of rows (or columns) of a
 * matrix to the loss, each row brought to norm 1 first.
 *
 * <p>Source: {@code keras/src/regularizers/regularizers.py}, Keras 3.15.
 *
 * @param factor the factor, at least 0
 * @param mode which vectors are to be orthogonal
 */
public record OrthogonalRegularizer(double factor, Mode mode) implements Regularizer {

  /** Which vectors of a matrix. */
  public enum Mode {
    /** The rows. */
    ROWS,
    /** The columns. */
    COLUMNS
  }

  /** Checks the range. */
  public OrthogonalRegularizer {
    Arguments.requireNotNegative("factor", factor);
  }

  /** A penalty of factor 0.01 on rows, as in Keras. */
  public static OrthogonalRegularizer of() {
    return new OrthogonalRegularizer(0.01, Mode.ROWS);
  }

  /** Sets the factor, at least 0; 0.01 unless set. */
  public OrthogonalRegularizer factor(double factor) {
    return new OrthogonalRegularizer(factor, mode);
  }

  /** Sets which vectors are to be orthogonal; the rows unless set. */
  public OrthogonalRegularizer mode(Mode mode) {
    return new OrthogonalRegularizer(factor, mode);
  }

  /** Whether the shape is that of a matrix with two vectors or more. */
  @Override
  public boolean takes(Shape shape) {
    return shape.numDimensions() == 2 && shape.get(mode == Mode.ROWS ? 0 : 1) > 1;
  }

  @Override
  public <T> T accept(RegularizerVisitor<T> visitor) {
    return visitor.orthogonalRegularizer(this);
  }
}
