package io.rhyton.model.shape;

/** A sample {@code [height, width, channels]}; a batch of them has rank 4. */
public final class Image implements Rank {
  private Image() {}
}
