package io.rhyton.model.layer;

import io.rhyton.model.shape.Rank;

/**
 * A layer that maps samples of one rank to the same or another rank.
 *
 * @param <I> the rank of the input
 * @param <O> the rank of the output
 */
public sealed interface RankMapping<I extends Rank, O extends Rank> extends Layer
    permits AveragePooling1D,
        AveragePooling2D,
        Bidirectional,
        CenterCrop,
        Conv1D,
        Conv2D,
        Conv2DTranspose,
        Cropping1D,
        Cropping2D,
        Dense,
        DepthwiseConv2D,
        Embedding,
        GlobalAveragePooling1D,
        GlobalAveragePooling2D,
        GlobalMaxPooling1D,
        GlobalMaxPooling2D,
        MaxPooling1D,
        MaxPooling2D,
        RandomBrightness,
        RandomContrast,
        RandomCrop,
        RandomFlip,
        RandomRotation,
        RandomTranslation,
        RandomZoom,
        Recurrent,
        RepeatVector,
        Resizing,
        SeparableConv2D,
        SpatialDropout1D,
        SpatialDropout2D,
        TimeDistributed,
        UpSampling1D,
        UpSampling2D,
        ZeroPadding1D,
        ZeroPadding2D {}
