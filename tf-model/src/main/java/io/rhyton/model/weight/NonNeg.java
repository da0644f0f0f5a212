package io.rhyton.model.weight;

/**
 * Sets negative values to 0.
 *
 * <p>Source: {@code keras/src/constraints/constraints.py}, Keras 3.15.
 */
public record NonNeg() implements Constraint {

  /** Creates the constraint. */
  public static NonNeg of() {
    return new NonNeg();
  }

  @Override
  public <T> T accept(ConstraintVisitor<T> visitor) {
    return visitor.nonNeg(this);
  }
}
