package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.weight.Weights;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state of an optimizer: together with the weights of the same step, it allows another model to
 * resume training.
 *
 * @param iteration the number of completed steps, at least 0
 * @param learningRate the learning rate of the next step, at least 0; null if it follows a schedule
 * @param slots the slot variables of each trainable weight, named {@code <weight>/<slot>} as in
 *     Keras ({@code dense/kernel/momentum}, {@code dense/kernel/velocity}) and in Keras's order;
 *     empty for plain {@link SGD}
 */
public record OptimizerState(long iteration, @Nullable Float learningRate, Weights slots) {

  public OptimizerState {
    Objects.requireNonNull(slots, "slots");
    if (iteration < 0) {
      throw new IllegalArgumentException("iteration must be >= 0, got " + iteration);
    }
    if (learningRate != null) {
      Arguments.requireNotNegative("learningRate", learningRate.doubleValue());
    }
  }
}
