package io.rhyton.model.layer;

import io.rhyton.model.shape.Rank;

/**
 * A layer that takes samples of any rank and makes one of its own.
 *
 * @param <O> what it makes
 */
public sealed interface Collapsing<O extends Rank> extends Layer
    permits Flatten, NestedModel, Reshape {}
