package io.rhyton.model.layer;

/** The directions in which {@link RandomFlip} flips images. */
public enum FlipMode {
  /** Left to right. */
  HORIZONTAL,
  /** Top to bottom. */
  VERTICAL,
  /** In both directions at once. */
  HORIZONTAL_AND_VERTICAL
}
