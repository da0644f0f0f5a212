package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;

/**
 * The options shared by all optimizers, each set by a method that returns a modified copy.
 *
 * @param <O> the type of the optimizer
 */
public interface CommonOptions<O extends Optimizer> {

  /** Returns the options. */
  OptimizerOptions options();

  /** Sets all options at once. */
  O options(OptimizerOptions options);

  /**
   * Sets the weight decay, at least 0: each step first subtracts this fraction of a weight, times
   * the learning rate; none by default.
   */
  default O weightDecay(double weightDecay) {
    return options(options().weightDecay(weightDecay));
  }

  /**
   * Sets the maximum norm of each gradient, above 0: gradients with a larger norm are scaled down.
   * None by default; at most one kind of clipping can be set.
   */
  default O clipnorm(double clipnorm) {
    return options(options().clipnorm(clipnorm));
  }

  /**
   * Sets the maximum absolute value of gradients, above 0. None by default; at most one kind of
   * clipping can be set.
   */
  default O clipvalue(double clipvalue) {
    return options(options().clipvalue(clipvalue));
  }

  /**
   * Sets the maximum global norm of all gradients, above 0: if it is exceeded, all gradients are
   * scaled down. None by default; at most one kind of clipping can be set.
   */
  default O globalClipnorm(double globalClipnorm) {
    return options(options().globalClipnorm(globalClipnorm));
  }

  /**
   * Sets whether to keep an exponential moving average of the weights, which replaces them at the
   * end of {@code fit}; defaults to false.
   */
  default O useEma(boolean useEma) {
    return options(options().useEma(useEma));
  }

  /** Sets the decay rate of the moving average, in [0, 1]; defaults to 0.99. */
  default O emaMomentum(double emaMomentum) {
    return options(options().emaMomentum(emaMomentum));
  }

  /**
   * Sets the number of steps after which the weights are replaced by their moving averages, at
   * least 1; by default only at the end of {@code fit}.
   */
  default O emaOverwriteFrequency(int emaOverwriteFrequency) {
    return options(options().emaOverwriteFrequency(emaOverwriteFrequency));
  }

  /**
   * Sets the loss scale, above 0: the loss is multiplied by it before computing gradients, which
   * are then divided by it; defaults to 1.
   */
  default O lossScaleFactor(double lossScaleFactor) {
    return options(options().lossScaleFactor(lossScaleFactor));
  }

  /**
   * Sets the number of batches over which gradients are averaged for one update, at least 1;
   * defaults to 1, so that every batch is an update.
   */
  default O gradientAccumulationSteps(int gradientAccumulationSteps) {
    return options(options().gradientAccumulationSteps(gradientAccumulationSteps));
  }

  /**
   * Excludes variables from weight decay by substrings of their names, such as {@code bias}; none
   * by default. As in Keras, this is not stored in files: set it again after loading.
   */
  default O excludeFromWeightDecay(String... parts) {
    Arguments.requireNoNulls("parts", parts);
    return options(options().excludeFromWeightDecay(parts));
  }
}
