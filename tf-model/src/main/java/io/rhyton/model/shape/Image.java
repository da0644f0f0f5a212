package io.rhyton.model.layer;

/** A sample {@code [height, width, channels]}; a batch of them has rank 4. */
public final class Image implements Rank {
  private Image() {}
}
