package io.rhyton.model.weight;

/**
 * A visitor with one method per constraint.
 *
 * @param <T> the return type of the methods
 */
public interface ConstraintVisitor<T> {
  T maxNorm(MaxNorm constraint);

  T minMaxNorm(MinMaxNorm constraint);

  T nonNeg(NonNeg constraint);

  T unitNorm(UnitNorm constraint);
}
