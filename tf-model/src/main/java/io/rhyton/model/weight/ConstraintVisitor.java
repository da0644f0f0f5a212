package io.rhyton.model.weight;

/**
 * One method for each constraint.
 *
 * @param <T> what the methods return
 */
public interface ConstraintVisitor<T> {
  /** Visits an upper bound of norms. */
  T maxNorm(MaxNorm constraint);

  /** Visits two bounds of norms. */
  T minMaxNorm(MinMaxNorm constraint);

  /** Visits the bound 0. */
  T nonNeg(NonNeg constraint);

  /** Visits norms of 1. */
  T unitNorm(UnitNorm constraint);
}
