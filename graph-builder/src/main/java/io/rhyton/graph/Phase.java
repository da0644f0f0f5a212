package io.rhyton.graph;

import org.jspecify.annotations.Nullable;

/** Whether layers behave as in training or as in inference. */
final class Phase {
  static final Phase INFERENCE = new Phase(null);

  private final @Nullable Randomness randomness;

  private Phase(@Nullable Randomness randomness) {
    this.randomness = randomness;
  }

  static Phase training(Randomness randomness) {
    return new Phase(randomness);
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
