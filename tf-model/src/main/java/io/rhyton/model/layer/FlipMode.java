package io.rhyton.model.layer;

/** Which way {@link RandomFlip} turns images over. */
public enum FlipMode {
  /** Left becomes right. */
  HORIZONTAL,
  /** Top becomes bottom. */
  VERTICAL,
  /** Both at once. */
  HORIZONTAL_AND_VERTICAL
}
