package io.rhyton.model.shape;

/** A sample {@code [features]}; a batch of them has rank 2. */
public final class FeatureVector implements Rank {
  private FeatureVector() {}
}
