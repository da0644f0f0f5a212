package io.rhyton.applications;

/** How an application without its top reduces its last feature map, as {@code pooling} in Keras. */
public enum Pooling {
  /** Not at all: the output is an image, {@code [batch, height, width, channels]}. */
  NONE,
  /** By the average per channel: the output is a vector, {@code [batch, channels]}. */
  AVG,
  /** By the maximum per channel: the output is a vector, {@code [batch, channels]}. */
  MAX
}
