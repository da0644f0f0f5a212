package io.rhyton.model.weight;

/**
 * Makes every value below 0 a 0.
 *
 * <p>Source: {@code keras/src/constraints/constraints.py}, Keras 3.15.
 */
public record NonNeg() implements Constraint {

  /** The constraint. */
  public static NonNeg of() {
    return new NonNeg();
  }

  @Override
  public <T> T accept(ConstraintVisitor<T> visitor) {
    return visitor.nonNeg(this);
  }
}
