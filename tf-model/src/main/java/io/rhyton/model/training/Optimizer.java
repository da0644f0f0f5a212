package io.rhyton.model.training;

/** How gradients change the weights. */
public sealed interface Optimizer permits Adam, SGD {

  /** The step size at the start, above 0. */
  double learningRate();

  /** Calls the visitor's method for this type. */
  <T> T accept(OptimizerVisitor<T> visitor);
}
