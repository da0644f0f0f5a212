package io.rhyton.model.optimizer;

/**
 * The options that all optimizers share, each set by a method that returns a changed copy.
 *
 * @param <O> the optimizer
 */
public interface CommonOptions<O extends Optimizer> {

  /** The options. */
  OptimizerOptions options();

  /** Sets all of the options at once. */
  O options(OptimizerOptions options);

  /**
   * Sets the share of a weight, times the learning rate, that is taken from it before each step, at
   * least 0; none unless set.
   */
  default O weightDecay(double weightDecay) {
    return options(options().weightDecay(weightDecay));
  }

  /**
   * Sets the largest norm of the gradient of one weight, above 0: a longer one is shortened. Any
   * unless set; only one way of clipping can be.
   */
  default O clipnorm(double clipnorm) {
    return options(options().clipnorm(clipnorm));
  }

  /**
   * Sets the largest absolute value in a gradient, above 0. Any unless set; only one way of
   * clipping can be.
   */
  default O clipvalue(double clipvalue) {
    return options(options().clipvalue(clipvalue));
  }

  /**
   * Sets the largest norm of all gradients together, above 0: if it is longer, all are shortened.
   * Any unless set; only one way of clipping can be.
   */
  default O globalClipnorm(double globalClipnorm) {
    return options(options().globalClipnorm(globalClipnorm));
  }

  /**
   * Sets whether a moving average is kept of each weight, which takes the weight's place when
   * {@code fit} ends; false unless set.
   */
  default O useEma(boolean useEma) {
    return options(options().useEma(useEma));
  }

  /** Sets how much of an average a step keeps, in [0, 1]; 0.99 unless set. */
  default O emaMomentum(double emaMomentum) {
    return options(options().emaMomentum(emaMomentum));
  }

  /**
   * Sets after how many steps averages take the weights' places, at least 1; only at the end of
   * {@code fit} unless set.
   */
  default O emaOverwriteFrequency(int emaOverwriteFrequency) {
    return options(options().emaOverwriteFrequency(emaOverwriteFrequency));
  }

  /**
   * Sets what the loss is multiplied by before gradients are taken, and they are divided by, above
   * 0; 1 unless set.
   */
  default O lossScaleFactor(double lossScaleFactor) {
    return options(options().lossScaleFactor(lossScaleFactor));
  }

  /**
   * Sets how many batches make one step, at least 2: their gradients are summed and divided by that
   * number. One unless set.
   */
  default O gradientAccumulationSteps(int gradientAccumulationSteps) {
    return options(options().gradientAccumulationSteps(gradientAccumulationSteps));
  }

  /**
   * Sets which variables do not decay, by parts of their names, such as {@code bias}; all decay
   * unless set. As in Keras, a file does not hold this: say it again after reading.
   */
  default O excludeFromWeightDecay(String... parts) {
    return options(options().excludeFromWeightDecay(parts));
  }
}
