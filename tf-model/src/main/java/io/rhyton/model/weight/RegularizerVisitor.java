package io.rhyton.model.weight;

/**
 * A visitor with one method per regularizer.
 *
 * @param <T> the return type of the methods
 */
public interface RegularizerVisitor<T> {
  T l1(L1 regularizer);

  T l1L2(L1L2 regularizer);

  T l2(L2 regularizer);

  T orthogonalRegularizer(OrthogonalRegularizer regularizer);
}
