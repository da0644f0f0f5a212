package io.rhyton.model.layer;

/**
 * Arithmetic on tensors, {@code x * 2} in Python, which Keras stores as operations alongside the
 * layers. Operations have no weights and only occur in functional models.
 *
 * <p>Most of them are created by the methods of {@link io.rhyton.model.Node}.
 */
public sealed interface Operation permits Arithmetic, NumberArithmetic, UnaryOperation {}
