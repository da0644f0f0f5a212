package io.rhyton.model.shape;

/** The rank of a sample, as a type for the compiler to check. These types have no instances. */
public sealed interface Rank permits Image, Sequence, FeatureVector {}
