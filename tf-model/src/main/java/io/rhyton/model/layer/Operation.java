package io.rhyton.model.layer;

/**
 * An operation on tensors, {@code x * 2} or {@code keras.ops.log(x)} in Python, which Keras stores
 * alongside the layers. Operations have no weights and only occur in functional models.
 *
 * <p>Most of them are created by the methods of {@link io.rhyton.model.Node}.
 */
public sealed interface Operation permits Arithmetic, NumberArithmetic, Reduction, UnaryOperation {}
