package io.rhyton.model.shape;

import java.util.Objects;

/** How a sliding window is padded at the borders of an image or at the ends of a sequence. */
public enum Padding {
  /** No padding: the output is smaller than the input. */
  VALID,
  /** Zero padding such that the output has size {@code ceil(size / stride)}. */
  SAME,
  /**
   * The same amount of zeros, but all before the first timestep, so that no output depends on later
   * timesteps. Only for {@code Conv1D}.
   */
  CAUSAL;

  /**
   * Checks the padding of a layer over images.
   *
   * @throws IllegalArgumentException if it is {@link #CAUSAL}, which only {@code Conv1D} has
   */
  public static void requireNotCausal(Padding padding) {
    Objects.requireNonNull(padding, "padding");
    if (padding == CAUSAL) {
      throw new IllegalArgumentException("padding must be VALID or SAME, got CAUSAL");
    }
  }
}
