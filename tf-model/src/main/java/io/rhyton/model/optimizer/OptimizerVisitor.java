package io.rhyton.model.optimizer;

/**
 * A visitor with one method per optimizer.
 *
 * @param <T> the return type of the methods
 */
public interface OptimizerVisitor<T> {
  T adadelta(Adadelta optimizer);

  T adagrad(Adagrad optimizer);

  T adam(Adam optimizer);

  T adamW(AdamW optimizer);

  T adamax(Adamax optimizer);

  T ftrl(Ftrl optimizer);

  T lion(Lion optimizer);

  T nadam(Nadam optimizer);

  T rmsProp(RMSprop optimizer);

  T sgd(SGD optimizer);
}
