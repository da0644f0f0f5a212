package io.rhyton.model.weight;

/**
 * One method for each regularizer.
 *
 * @param <T> what the methods return
 */
public interface RegularizerVisitor<T> {
  /** Visits a penalty on absolute values. */
  T l1(L1 regularizer);

  /** Visits a penalty on absolute values and squares. */
  T l1L2(L1L2 regularizer);

  /** Visits a penalty on squares. */
  T l2(L2 regularizer);

  /** Visits a penalty on vectors that are not orthogonal. */
  T orthogonalRegularizer(OrthogonalRegularizer regularizer);
}
