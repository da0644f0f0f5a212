package io.rhyton.model.weight;

/**
 * One method for each regularizer.
 *
 * @param <T> what the methods return
 */
public interface RegularizerVisitor<T> {
  /** Visits a penalty on squares. */
  T l2(L2 regularizer);
}
