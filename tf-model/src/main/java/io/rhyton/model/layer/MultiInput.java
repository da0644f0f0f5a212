package io.rhyton.model.layer;

/** A layer that combines several inputs into one output. */
public sealed interface MultiInput extends Layer
    permits Add,
        Arithmetic,
        Average,
        Concatenate,
        CustomScaleLayer,
        Dot,
        Maximum,
        Minimum,
        MultiHeadAttention,
        Multiply,
        Subtract {}
