package io.rhyton.model.shape;

/**
 * What one sample looks like, as a type for the compiler to check. No value of these types exists.
 */
public sealed interface Rank permits Image, Sequence, Vector {}
