package io.rhyton.graph;

import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.family.TType;

/**
 * A variable of the graph.
 *
 * @param name its name in the graph, which is also its shared name
 * @param shape its shape
 * @param handle the resource
 * @param read its value
 * @param newValue takes a value from outside
 * @param assign gives it that value
 */
public record Variable<T extends TType>(
    String name,
    Shape shape,
    Output<T> handle,
    Operand<T> read,
    Placeholder<T> newValue,
    Op assign) {}
