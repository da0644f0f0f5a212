package io.rhyton.model.optimizer;

/**
 * One method for each optimizer.
 *
 * @param <T> what the methods return
 */
public interface OptimizerVisitor<T> {
  /** Visits Adadelta. */
  T adadelta(Adadelta optimizer);

  /** Visits Adagrad. */
  T adagrad(Adagrad optimizer);

  /** Visits Adam. */
  T adam(Adam optimizer);

  /** Visits Adam with weight decay. */
  T adamW(AdamW optimizer);

  /** Visits Adam with the largest gradient. */
  T adamax(Adamax optimizer);

  /** Visits the follower of the regularized leader. */
  T ftrl(Ftrl optimizer);

  /** Visits Lion. */
  T lion(Lion optimizer);

  /** Visits Adam with Nesterov's look-ahead. */
  T nadam(Nadam optimizer);

  /** Visits RMSprop. */
  T rmsProp(RMSprop optimizer);

  /** Visits gradient descent. */
  T sgd(SGD optimizer);
}
