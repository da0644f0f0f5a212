package io.rhyton.model.shape;

/** A sample {@code [steps, features]}; a batch of them has rank 3. */
public final class Sequence implements Rank {
  private Sequence() {}
}
