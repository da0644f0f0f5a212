package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import io.rhyton.model.weight.Weights;
import org.jspecify.annotations.Nullable;

/**
 * Where an optimizer is in its training: with it and the weights of the same moment, another model
 * goes on where the first one was.
 *
 * @param iteration the number of steps done, at least 0
 * @param learningRate the step size of the next step, at least 0; null if a schedule gives it
 * @param slots what the optimizer keeps of each trainable weight, named {@code <weight>/<slot>} in
 *     Keras's words ({@code dense/kernel/momentum}, {@code dense/kernel/velocity}) and in Keras's
 *     order; empty for plain {@link SGD}
 */
public record OptimizerState(long iteration, @Nullable Float learningRate, Weights slots) {

  /** Checks the ranges. */
  public OptimizerState {
    if (iteration < 0) {
      throw new IllegalArgumentException("iteration must be >= 0, got " + iteration);
    }
    if (learningRate != null) {
      Arguments.requireNotNegative("learningRate", learningRate.doubleValue());
    }
  }
}
