package io.rhyton.model.shape;

import io.rhyton.model.layer.Conv1D;

/** What a sliding window does at the border of an image, or at the ends of a sequence. */
public enum Padding {
  /** The window stays inside the image: the output shrinks. */
  VALID,
  /** Zeros are added so that the output has {@code ceil(size / stride)} pixels. */
  SAME,
  /**
   * As many zeros, but all before the first step: no output sees a step that comes after it. For
   * {@link Conv1D} alone.
   */
  CAUSAL;

  public static void requireNotCausal(Padding padding) {
    if (padding == CAUSAL) {
      throw new IllegalArgumentException("padding must be VALID or SAME, got CAUSAL");
    }
  }
}
