package io.rhyton.model.layer;

/** What a sliding window does at the border of an image. */
public enum Padding {
  /** The window stays inside the image: the output shrinks. */
  VALID,
  /** Zeros are added so that the output has {@code ceil(size / stride)} pixels. */
  SAME
}
