package io.rhyton.model.training;

/**
 * One method for each optimizer.
 *
 * @param <T> what the methods return
 */
public interface OptimizerVisitor<T> {
  /** Visits Adam. */
  T adam(Adam optimizer);

  /** Visits gradient descent. */
  T sgd(SGD optimizer);
}
