package io.rhyton.graph.variable;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.family.TType;

/**
 * A variable in a graph.
 *
 * @param name the name in the graph, which is also the shared name
 * @param shape the shape
 * @param handle the resource handle
 * @param read reads the value
 * @param newValue the placeholder for a new value
 * @param assign assigns the new value
 */
public record Variable<T extends TType>(
    String name,
    Shape shape,
    Output<T> handle,
    Operand<T> read,
    Placeholder<T> newValue,
    Op assign) {

  public static <T extends TType> Variable<T> create(
      Graph graph, Ops tf, String name, Class<T> type, DataType dataType, Shape shape) {
    Output<T> handle = VariableHandle.create(graph, tf, name, dataType, shape);
    // The read comes first: TensorFlow Java finds a variable's value by its first consumer.
    Operand<T> read = tf.readVariableOp(handle, type);
    Placeholder<T> newValue = tf.placeholder(type, Placeholder.shape(shape));
    return new Variable<>(
        name, shape, handle, read, newValue, tf.assignVariableOp(handle, newValue));
  }
}
