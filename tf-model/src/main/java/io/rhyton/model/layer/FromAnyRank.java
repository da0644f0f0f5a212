package io.rhyton.model.layer;

import io.rhyton.model.shape.Rank;

/**
 * A layer that accepts samples of any rank and returns a fixed one.
 *
 * @param <O> the rank of the output
 */
public sealed interface FromAnyRank<O extends Rank> extends Layer
    permits Flatten, NestedModel, Reduction, Reshape {}
