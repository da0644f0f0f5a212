package io.rhyton.model.layer;

/**
 * Arithmetic on tensors, {@code x * 2} in Python: what Keras calls an operation and keeps beside
 * its layers. It has no weights and stands in functional models only.
 *
 * <p>The methods of {@link io.rhyton.model.Node} make most of them.
 */
public sealed interface Operation permits Arithmetic, NumberArithmetic, UnaryArithmetic {}
