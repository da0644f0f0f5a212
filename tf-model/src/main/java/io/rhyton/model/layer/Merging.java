package io.rhyton.model.layer;

/** A layer that makes one tensor of several. */
public sealed interface Merging extends Layer
    permits Add,
        Arithmetic,
        Average,
        Concatenate,
        Dot,
        Maximum,
        Minimum,
        MultiHeadAttention,
        Multiply,
        Subtract {}
