package io.rhyton.examples;

import io.rhyton.training.Execution;
import org.jspecify.annotations.Nullable;

/** How the programs run what they train. */
public final class SeededExecution {
  private SeededExecution() {}

  /** By default, with the seed that the user gave or, without one, another each time. */
  public static Execution of(@Nullable Long seed) {
    return seed == null ? Execution.defaults() : Execution.defaults().seed(seed);
  }
}
