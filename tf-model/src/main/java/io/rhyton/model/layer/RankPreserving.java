package io.rhyton.model.layer;

/** A layer that accepts samples of any rank and preserves it. */
public sealed interface RankPreserving extends Layer
    permits Activation,
        ActivityRegularization,
        AlphaDropout,
        BatchNormalization,
        Dropout,
        ELU,
        GaussianDropout,
        GaussianNoise,
        GroupNormalization,
        Identity,
        LayerNormalization,
        LayerScale,
        LeakyReLU,
        Normalization,
        NumberArithmetic,
        PReLU,
        Permute,
        RMSNormalization,
        ReLU,
        Rescaling,
        Softmax,
        StochasticDepth,
        UnaryOperation,
        UnitNormalization {}
