package io.rhyton.model.optimizer;

import io.rhyton.model.schedule.LearningRate;

/** How gradients change the weights. */
public sealed interface Optimizer
    permits Adadelta, Adagrad, Adam, AdamW, Adamax, Ftrl, Lion, Nadam, RMSprop, SGD {

  /** The step size. */
  LearningRate learningRate();

  /** What every optimizer can be told. */
  OptimizerOptions options();

  /** Calls the visitor's method for this type. */
  <T> T accept(OptimizerVisitor<T> visitor);
}
