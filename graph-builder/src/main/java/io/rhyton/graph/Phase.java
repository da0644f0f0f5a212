package io.rhyton.graph;

import org.jspecify.annotations.Nullable;
import org.tensorflow.op.Ops;

/** Whether layers behave as in training or as in inference. */
final class Phase {
  static final Phase INFERENCE = new Phase(null, null);

  private final @Nullable Randomness randomness;
  private final @Nullable Backpropagation backpropagation;

  private Phase(@Nullable Randomness randomness, @Nullable Backpropagation backpropagation) {
    this.randomness = randomness;
    this.backpropagation = backpropagation;
  }

  /** Training by whoever differentiates what is emitted. */
  static Phase training(Randomness randomness) {
    return new Phase(randomness, null);
  }

  /** Training by gradients that are ours. */
  static Phase training(Randomness randomness, Backpropagation backpropagation) {
    return new Phase(randomness, backpropagation);
  }

  /**
   * What a layer was emitted as, for the layers after it.
   *
   * @param isShared whether more than one reads it
   */
  Emission handOn(Ops tf, Emission emission, boolean isShared) {
    return backpropagation != null ? backpropagation.cut(tf, emission, isShared) : emission;
  }

  boolean isTraining() {
    return randomness != null;
  }

  Randomness randomness() {
    if (randomness == null) {
      throw new IllegalStateException("inference uses no random numbers");
    }
    return randomness;
  }
}
