package io.rhyton.model.optimizer;

import io.rhyton.model.schedule.LearningRate;

/** The algorithm that updates weights from gradients. */
public sealed interface Optimizer
    permits Adadelta, Adagrad, Adam, AdamW, Adamax, Ftrl, Lion, Nadam, RMSprop, SGD {

  /** Returns the learning rate or its schedule. */
  LearningRate learningRate();

  /** Returns the options shared by all optimizers. */
  OptimizerOptions options();

  /** Calls the visitor's method for this type. */
  <T> T accept(OptimizerVisitor<T> visitor);
}
