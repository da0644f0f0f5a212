package io.rhyton.model.optimizer;

import io.rhyton.model.schedule.LearningRate;
import java.util.List;

/** The algorithm that updates weights from gradients. */
public sealed interface Optimizer
    permits Adadelta, Adagrad, Adam, AdamW, Adamax, Ftrl, Lion, Nadam, RMSprop, SGD {

  /** Returns the learning rate or its schedule. */
  LearningRate learningRate();

  /** Returns the options shared by all optimizers. */
  OptimizerOptions options();

  /**
   * Returns the slot variables per weight, in groups. Keras creates the variables of one group for
   * all weights and then those of the next group, which is their order in its files. Source: {@code
   * build} in {@code keras/src/optimizers}, Keras 3.15.
   */
  List<List<SlotKind>> slots();

  /** Calls the visitor's method for this type. */
  <T> T accept(OptimizerVisitor<T> visitor);
}
